import { Injectable, Logger, OnApplicationShutdown } from '@nestjs/common';
import { EventEmitter2 } from '@nestjs/event-emitter';
import { formatShareCode } from '@cartable/contract';
import { LiveUpdate } from '../../platform/journal/live-update';
import { CodeHeat } from './code-heat';

const EVERY_MS = 1_000;
/** A screen shows no more. */
const MOST_NAMED = 100;

/**
 * Codes to which something happens: judged whether they run hot, then named to the administrators; the first at once, then
 * together, at most once a second.
 */
@Injectable()
export class StirredCodes implements OnApplicationShutdown {
  private readonly logger = new Logger(StirredCodes.name);
  private readonly waiting = new Set<string>();
  private timer: NodeJS.Timeout | undefined;
  private telling: Promise<void> = Promise.resolve();

  constructor(
    private readonly heat: CodeHeat,
    private readonly announcements: EventEmitter2,
  ) {}

  /** Call it after the commit, with the code as it is stored or as it is written. */
  stir(code: string): void {
    this.waiting.add(code.replace('-', ''));
    if (!this.timer) this.later(0);
  }

  /** What was used last, in requests that were let finish, is still judged. */
  async onApplicationShutdown(): Promise<void> {
    await this.telling;
    clearTimeout(this.timer);
    await this.judge([...this.waiting]);
  }

  private later(ms: number): void {
    this.timer = setTimeout(() => {
      this.timer = undefined;
      if (this.waiting.size > 0) this.telling = this.telling.then(() => this.tell());
    }, ms);
    this.timer.unref();
  }

  private async tell(): Promise<void> {
    const codes = [...this.waiting];
    this.waiting.clear();
    this.later(EVERY_MS);
    await this.judge(codes);
    const named = codes.slice(0, MOST_NAMED).map(formatShareCode);
    this.announcements.emit(
      LiveUpdate.event,
      new LiveUpdate({ role: 'admin' }, 'shareCodesStirred', { codes: named }),
    );
  }

  private async judge(codes: string[]): Promise<void> {
    try {
      await this.heat.judge(codes);
    } catch (error) {
      this.logger.warn(
        { err: error as Error },
        'codes not judged; they are when they are used again',
      );
    }
  }
}
