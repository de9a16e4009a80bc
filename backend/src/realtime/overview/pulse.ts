import { Injectable, Logger, OnApplicationBootstrap, OnModuleDestroy } from '@nestjs/common';
import { OnEvent } from '@nestjs/event-emitter';
import { ActivityLedger } from '../../platform/activity/activity-ledger';
import { SchoolNow } from '../../platform/activity/school-now';
import { HintSender } from '../../platform/cluster/hint-sender';
import { HintHeard } from '../../platform/cluster/hints';
import { Instance } from '../../platform/cluster/instance';
import { LocalSockets } from '../local-sockets';
import { InstanceReport } from './instance-report';
import { WATCHERS } from './watchers';

/** While somebody looks. */
const QUICK_MS = 1_000;
/** While nobody does: only so that this server is known to live. */
const CALM_MS = 15_000;

/**
 * Tells the administrators who look how the school is, once a second. Each server writes how it is into the database; the one that somebody
 * looks at asks the others to do so at once, and tells its own watchers what stands there.
 */
@Injectable()
export class Pulse implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger(Pulse.name);
  private timer: NodeJS.Timeout | undefined;
  private beating: Promise<void> | null = null;
  private beatAt = -Infinity;
  private stopped = false;

  constructor(
    private readonly sockets: LocalSockets,
    private readonly ledger: ActivityLedger,
    private readonly report: InstanceReport,
    private readonly school: SchoolNow,
    private readonly hints: HintSender,
    private readonly instance: Instance,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.beat();
  }

  async onModuleDestroy(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.beating;
    await this.report.remove().catch(() => undefined);
  }

  /** Somebody looks: soon, and never more often than once a second. */
  hasten(): void {
    const since = performance.now() - this.beatAt;
    this.later(Math.max(0, QUICK_MS - since));
  }

  @OnEvent(HintHeard.event)
  heard({ topic }: HintHeard): void {
    if (topic === 'overview') this.hasten();
  }

  private later(ms: number): void {
    if (this.stopped || this.beating) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.beat(), ms);
    this.timer.unref();
  }

  private beat(): Promise<void> {
    this.beatAt = performance.now();
    return (this.beating ??= this.beatOnce().finally(() => {
      this.beating = null;
      if (this.isWatched) this.hasten();
      else this.later(CALM_MS);
    }));
  }

  private async beatOnce(): Promise<void> {
    try {
      if (this.isWatched) this.hints.send('overview', [this.instance.id]);
      await this.ledger.write();
      await this.report.write();
      if (this.isWatched) await this.tell();
    } catch (error) {
      // Whoever looks sees that nothing comes, and since when.
      this.logger.warn({ err: error as Error }, 'the state of the school could not be told');
    }
  }

  private async tell(): Promise<void> {
    const overview = await this.school.read();
    for (const socket of this.sockets.in(WATCHERS)) socket.emit('overview', overview);
  }

  private get isWatched(): boolean {
    return this.sockets.in(WATCHERS).length > 0;
  }
}
