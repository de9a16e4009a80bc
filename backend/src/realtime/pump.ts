import type { StreamHead } from '@cartable/contract';
import type { StreamEvent } from '../platform/journal/journal-entry';
import type { StreamBounds } from '../platform/journal/journal-reader';

/** Where a pump reads: one person's stream. */
export interface StreamSource {
  bounds(): Promise<StreamBounds>;
  after(seq: number, limit: number): Promise<StreamEvent[]>;
}

/** Where a pump writes: one socket. */
export interface StreamSink {
  /** Resolves when the client has it; rejects when it takes too long. */
  event(event: StreamEvent, epoch: string): Promise<void>;
  reset(head: StreamHead): void;
  /** The client does not keep up. */
  slow(): void;
  /** The journal can't be read. */
  failed(error: unknown): void;
}

/** What the client said that it has. */
export interface ResumePoint {
  epoch?: string;
  last?: number;
}

const BATCH = 32;
const WINDOW = 16;

/**
 * Carries one person's stream to one socket: in order, without gaps, from where the client stands. Replay and live events
 * take the same path, so there is no moment between them in which one could be missed.
 */
export class Pump {
  private cursor = 0;
  private epoch = '';
  private started = false;
  private running = false;
  private woken = false;
  private stopped = false;
  private inFlight = 0;
  private room: (() => void) | undefined;

  constructor(
    private readonly source: StreamSource,
    private readonly sink: StreamSink,
    private readonly resume: ResumePoint,
  ) {}

  /** Register for wake-ups before calling it: what is appended meanwhile is then found by the read. */
  start(): void {
    this.wake();
  }

  /** The stream has grown. `events`: what was appended just now, which spares a read when it is what comes next. */
  wake(events: readonly StreamEvent[] = []): void {
    if (this.stopped) return;
    if (this.started && !this.running) {
      for (const event of events) {
        if (event.seq === this.cursor + 1 && this.inFlight < WINDOW) this.emit(event);
      }
      const last = events.at(-1);
      if (last && last.seq <= this.cursor) return;
    }
    this.woken = true;
    if (!this.running) void this.run();
  }

  stop(): void {
    this.stopped = true;
    this.room?.();
  }

  private async run(): Promise<void> {
    this.running = true;
    try {
      while (this.woken && !this.stopped) {
        this.woken = false;
        if (!this.started) await this.begin();
        await this.drain();
      }
    } catch (error) {
      this.sink.failed(error);
    } finally {
      this.running = false;
    }
  }

  private async begin(): Promise<void> {
    const { epoch, seq, trimmedSeq } = await this.source.bounds();
    const { last = seq } = this.resume;
    const otherHistory = this.resume.epoch !== undefined && this.resume.epoch !== epoch;
    this.epoch = epoch;
    this.started = true;
    if (otherHistory || last > seq || last < trimmedSeq) this.restart(seq);
    else this.cursor = last;
  }

  private async drain(): Promise<void> {
    for (;;) {
      const events = await this.source.after(this.cursor, BATCH);
      for (const event of events) {
        await this.waitForRoom();
        if (this.stopped) return;
        if (event.seq === this.cursor + 1) {
          this.emit(event);
        } else {
          this.restart((await this.source.bounds()).seq);
          break;
        }
      }
      if (events.length < BATCH) return;
    }
  }

  private restart(seq: number): void {
    this.cursor = seq;
    this.sink.reset({ epoch: this.epoch, seq });
  }

  private emit(event: StreamEvent): void {
    this.cursor = event.seq;
    this.inFlight += 1;
    this.sink.event(event, this.epoch).then(
      () => {
        this.inFlight -= 1;
        this.room?.();
      },
      () => {
        if (this.stopped) return;
        this.stop();
        this.sink.slow();
      },
    );
  }

  private async waitForRoom(): Promise<void> {
    while (this.inFlight >= WINDOW && !this.stopped) {
      await new Promise<void>((resolve) => (this.room = resolve));
      this.room = undefined;
    }
  }
}
