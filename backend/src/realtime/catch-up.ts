import { Injectable, Logger, OnApplicationBootstrap, OnModuleDestroy } from '@nestjs/common';
import { OnEvent } from '@nestjs/event-emitter';
import { HintsMissed } from '../platform/cluster/hints';
import { JournalReader } from '../platform/journal/journal-reader';
import { LocalSockets } from './local-sockets';
import { SessionClosing } from './session-closing';

/** With jitter, so that instances do not look all at once. At most 4.5 s: what nobody hinted at is found within 5. */
const EVERY_MS = 3_500;
const JITTER_MS = 1_000;

/**
 * Looks every few seconds what has happened to the streams and sessions of the sockets here. Hints make delivery quick;
 * this makes it certain, whatever became of them.
 */
@Injectable()
export class CatchUp implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger(CatchUp.name);
  private timer: NodeJS.Timeout | undefined;
  private looking: Promise<void> | null = null;
  private again = false;
  private stopped = false;

  constructor(
    private readonly sockets: LocalSockets,
    private readonly journal: JournalReader,
    private readonly closing: SessionClosing,
  ) {}

  onApplicationBootstrap(): void {
    this.later();
  }

  async onModuleDestroy(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.looking;
  }

  @OnEvent(HintsMissed.event)
  look(): void {
    this.again = this.looking !== null;
    this.looking ??= this.lookNow().finally(() => {
      this.looking = null;
      if (this.again) this.look();
      else this.later();
    });
  }

  private later(): void {
    clearTimeout(this.timer);
    if (this.stopped) return;
    this.timer = setTimeout(() => this.look(), EVERY_MS + Math.random() * JITTER_MS);
    this.timer.unref();
  }

  private async lookNow(): Promise<void> {
    const sockets = this.sockets.all();
    if (sockets.length === 0) return;
    try {
      await Promise.all([this.lookAtStreams(), this.lookAtSessions()]);
    } catch (error) {
      this.logger.warn({ err: error }, 'could not look for what was missed');
    }
  }

  private async lookAtStreams(): Promise<void> {
    const sockets = this.sockets.all();
    const people = new Set(sockets.map(({ data }) => data.principal.id));
    const { epoch, seqs } = await this.journal.heads([...people]);
    for (const { data } of sockets) {
      data.pump?.lookedAt({ epoch, seq: seqs.get(data.principal.id) ?? 0 });
    }
  }

  private async lookAtSessions(): Promise<void> {
    const sessions = new Set(this.sockets.all().map(({ data }) => data.principal.sessionId));
    await this.closing.closeEndedAmong([...sessions]);
  }
}
