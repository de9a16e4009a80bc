import { AdminCode } from '@cartable/contract';
import { CodesInHand } from './codes-in-hand';

const code = (name: string, minute: number, revokedAt: string | null = null) =>
  ({ code: name, createdAt: `2026-11-26T10:0${minute}:00.000Z`, revokedAt }) as AdminCode;

describe('the codes that somebody is doing something about', () => {
  const [newest, middle, oldest] = [code('AAAA', 3), code('BBBB', 2), code('CCCC', 1)];
  const names = (codes: readonly AdminCode[]) => codes.map(({ code }) => code);

  it('keep their places when they are no longer among those that are asked for', () => {
    const inHand = new CodesInHand();
    inHand.hold(middle);
    expect(names(inHand.among([newest, oldest]))).toEqual(['AAAA', 'BBBB', 'CCCC']);
  });

  it('are as they were told last, once, and as the list has them where it does', () => {
    const inHand = new CodesInHand();
    inHand.hold(middle);
    inHand.hold({ ...middle, revokedAt: 'then' });
    expect(inHand.among([newest])[1]?.revokedAt).toBe('then');
    expect(inHand.among([newest, middle])).toEqual([newest, middle]);
  });

  it('go with what is asked', () => {
    const inHand = new CodesInHand();
    inHand.hold(middle);
    inHand.letGo();
    expect(inHand.among([newest])).toEqual([newest]);
  });
});
