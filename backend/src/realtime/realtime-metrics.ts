import { Injectable, OnModuleInit } from '@nestjs/common';
import { Metrics } from '../platform/metrics/metrics';
import { LocalSockets } from './local-sockets';

/** What Prometheus reads of the sockets of this instance. */
@Injectable()
export class RealtimeMetrics implements OnModuleInit {
  constructor(
    private readonly metrics: Metrics,
    private readonly sockets: LocalSockets,
  ) {}

  onModuleInit(): void {
    this.metrics.gauge(
      'cartable_sockets',
      'Sockets that are open',
      () => this.sockets.all().length,
    );
    this.metrics.gauge(
      'cartable_people',
      'People with an open socket on this instance',
      () => {
        const { student, teacher, admin } = this.sockets.people();
        return { student: student.size, teacher: teacher.size, admin: admin.size };
      },
      'role',
    );
    this.metrics.gauge(
      'cartable_journal_lag_events',
      'Events that are in the journal, or on their way, and not yet taken by their screens',
      () => this.sockets.all().reduce((sum, { data }) => sum + (data.pump?.owed ?? 0), 0),
    );
  }
}
