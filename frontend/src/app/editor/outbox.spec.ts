import { ProblemError } from '../core/problems/problem-error';
import { Outbox } from './outbox';

describe('the outbox of the editor', () => {
  const settled = (outbox: Outbox) => outbox.once(() => Promise.resolve());
  const noting = (made: string[], name: string, fails?: () => ProblemError | null) => () => {
    made.push(name);
    const error = fails?.();
    return error ? Promise.reject(error) : Promise.resolve();
  };

  it('makes calls one after another', async () => {
    const outbox = new Outbox();
    const made: string[] = [];
    let finish = () => undefined as void;
    outbox.add(() => new Promise((resolve) => (finish = resolve)));
    outbox.add(noting(made, 'second'));
    await Promise.resolve();
    expect([made, outbox.busy()]).toEqual([[], true]);
    finish();
    await settled(outbox);
    expect(made).toEqual(['second']);
  });

  it('keeps what the network refused, and makes it again in its order', async () => {
    const outbox = new Outbox();
    const made: string[] = [];
    let online = false;
    const offline = () => (online ? null : new ProblemError('offline'));
    outbox.add(noting(made, 'first', offline));
    outbox.add(noting(made, 'second', offline));
    await settled(outbox);
    expect(outbox.offline()).toBe(true);
    online = true;
    outbox.again();
    await settled(outbox);
    expect(made).toEqual(['first', 'second', 'first', 'second']);
    expect([outbox.offline(), outbox.refused()]).toEqual([false, '']);
  });

  it('tells a refusal, and does not repeat what was refused', async () => {
    const outbox = new Outbox();
    const made: string[] = [];
    outbox.add(noting(made, 'one', () => new ProblemError('collection-full')));
    await settled(outbox);
    expect(outbox.refused()).not.toBe('');
    outbox.again();
    await settled(outbox);
    expect(made).toEqual(['one']);
  });
});
