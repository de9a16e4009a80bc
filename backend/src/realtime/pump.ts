import type { StreamHead } from '@cartable/contract';
import type { StreamEvent } from '../platform/journal/journal-entry';
import type { StreamBounds, StreamPart } from '../platform/journal/journal-reader';
import { Window } from './window';

/** Where a pump reads: one person's stream. */
export interface StreamSource {
  bounds(): Promise<StreamBounds>;
  after(seq: number, most: { limit: number; bytes: number }): Promise<StreamPart>;
}

/** Where a pump writes: one socket. */
export interface StreamSink {
  /** Resolves when the client has it; rejects when it takes too long. */
  event(event: StreamEvent): Promise<void>;
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

const PART = { limit: 32, bytes: 1024 * 1024 };

/**
 * Carries one person's stream to one socket: in order, without gaps, from where the client stands. Replay and live events
 * take the same path, so there is no moment between them in which one could be missed.
 */
export class Pump {
  private readonly window = new Window();
  private cursor = 0;
  private epoch = '';
  /** The furthest that the stream is known to reach. */
  private head = 0;
  private started = false;
  private running = false;
  private woken = false;
  private stopped = false;

  constructor(
    private readonly source: StreamSource,
    private readonly sink: StreamSink,
    private resume: ResumePoint,
  ) {}

  /** Events that the client has not taken yet, as far as the stream is known to reach. */
  get owed(): number {
    return this.window.size + Math.max(0, this.head - this.cursor);
  }

  /** Register for wake-ups before calling it: what is appended meanwhile is then found by the read. */
  start(): void {
    this.wake();
  }

  /** The stream has grown. `events`: what was appended just now, which spares a read when it is what comes next. */
  wake(events: readonly StreamEvent[] = []): void {
    if (this.stopped) return;
    if (this.started && !this.running) {
      for (const event of events) {
        if (this.isNext(event) && this.window.hasRoom) this.emit(event);
      }
      const last = events.at(-1);
      if (last && last.epoch === this.epoch && last.seq <= this.cursor) return;
    }
    this.woken = true;
    if (!this.running) void this.run();
  }

  /** Where the stream ends, as somebody has looked: what no wake-up told of is fetched. */
  lookedAt({ epoch, seq }: StreamHead): void {
    if (!this.started) return;
    if (epoch !== this.epoch) this.beginAgain();
    else if (seq <= this.cursor) return;
    this.head = seq;
    this.wake();
  }

  stop(): void {
    this.stopped = true;
    this.window.close();
  }

  private async run(): Promise<void> {
    this.running = true;
    try {
      while (this.woken && !this.stopped) {
        this.woken = false;
        if (this.started) await this.drain();
        else if (await this.begin()) await this.drain();
      }
    } catch (error) {
      this.sink.failed(error);
    } finally {
      this.running = false;
    }
  }

  /** Returns whether there is anything to replay. */
  private async begin(): Promise<boolean> {
    const { epoch, seq, trimmedSeq } = await this.source.bounds();
    const { last = seq } = this.resume;
    const otherHistory = this.resume.epoch !== undefined && this.resume.epoch !== epoch;
    this.epoch = epoch;
    this.head = seq;
    this.started = true;
    if (otherHistory || last > seq || last < trimmedSeq) this.restart(seq);
    else this.cursor = last;
    return this.cursor < seq;
  }

  /** Another history has begun: a backup was restored. The client is told as one that comes back with the old one. */
  private beginAgain(): void {
    this.resume = { epoch: this.epoch, last: this.cursor };
    this.started = false;
    this.woken = true;
  }

  private async drain(): Promise<void> {
    let known = 0;
    for (let more = true; more;) {
      // Not after the read: what is seen to have grown meanwhile is read in the next round.
      known = this.head;
      const part = await this.source.after(this.cursor, PART);
      for (const event of part.events) {
        await this.window.room();
        if (this.stopped) return;
        if (event.epoch !== this.epoch) return this.beginAgain();
        if (!this.isNext(event)) return this.skipGap();
        this.emit(event);
      }
      more = part.more;
    }
    if (this.cursor < known) await this.skipGap();
  }

  /** What comes next is no longer kept. */
  private async skipGap(): Promise<void> {
    const { epoch, seq } = await this.source.bounds();
    if (epoch !== this.epoch) return this.beginAgain();
    this.restart(seq);
    this.woken = true;
  }

  private restart(seq: number): void {
    this.cursor = seq;
    this.head = seq;
    this.sink.reset({ epoch: this.epoch, seq });
  }

  private isNext({ epoch, seq }: StreamEvent): boolean {
    return epoch === this.epoch && seq === this.cursor + 1;
  }

  private emit(event: StreamEvent): void {
    this.cursor = event.seq;
    this.window.take(event.bytes);
    this.sink.event(event).then(
      () => this.window.give(event.bytes),
      () => {
        if (this.stopped) return;
        this.stop();
        this.sink.slow();
      },
    );
  }
}
