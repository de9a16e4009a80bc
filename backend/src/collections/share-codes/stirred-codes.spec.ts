import { EventEmitter2 } from '@nestjs/event-emitter';
import type { CodeHeat } from './code-heat';
import { StirredCodes } from './stirred-codes';

describe('codes to which something happens', () => {
  it('are judged before the server is gone, however short a time ago it was', async () => {
    const judged: string[] = [];
    const judge = (codes: readonly string[]) => Promise.resolve(void judged.push(...codes));
    const codes = new StirredCodes({ judge } as CodeHeat, new EventEmitter2());
    codes.stir('BKRT-MVPL');
    await new Promise((resolve) => setTimeout(resolve, 1));
    // The next are told a second later.
    codes.stir('ZSDJ-MFVC');
    await codes.onApplicationShutdown();
    expect(judged).toEqual(['BKRTMVPL', 'ZSDJMFVC']);
  });
});
