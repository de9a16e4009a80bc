import { Logger, OnApplicationBootstrap, OnModuleDestroy } from '@nestjs/common';

const DAY_MS = 86_400_000;
/** With jitter, so that instances that start together do not come together ever after. */
const FIRST_MS = 120_000;
const JITTER_MS = 3_600_000;

/** Work that is done soon after the start, then daily, until the server stops; what fails is tried again the next day. */
export abstract class DailyWork implements OnApplicationBootstrap, OnModuleDestroy {
  protected readonly logger = new Logger(this.constructor.name);
  private readonly stopping = new AbortController();
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> = Promise.resolve();

  /** Aborted when the server stops: long work ends between two steps. */
  protected readonly signal = this.stopping.signal;

  /** All of one day's work; what it did belongs in the log. Instances may do it at the same moment. */
  protected abstract work(): Promise<void>;

  onApplicationBootstrap(): void {
    this.later(Math.random() * FIRST_MS);
  }

  /** Waits for what is under way. */
  async onModuleDestroy(): Promise<void> {
    this.stopping.abort();
    clearTimeout(this.timer);
    await this.running;
  }

  private later(ms: number): void {
    this.timer = setTimeout(() => {
      this.running = this.workAndRest();
    }, ms);
    this.timer.unref();
  }

  private async workAndRest(): Promise<void> {
    try {
      await this.work();
    } catch (error) {
      this.logger.warn({ err: error as Error }, 'not done; tried again tomorrow');
    }
    if (!this.signal.aborted) this.later(DAY_MS + Math.random() * JITTER_MS);
  }
}
