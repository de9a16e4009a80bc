import { Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import { DataSource } from 'typeorm';
import type { Role } from '@cartable/contract';
import { Tally } from '../../platform/activity/tally';
import { Instance } from '../../platform/cluster/instance';
import { VERSION } from '../../platform/cluster/version';
import { LocalSockets } from '../local-sockets';

const REPORT = `
  INSERT INTO instance AS known
    (id, version, started_at, seen_at, sockets, queue, waiting, students, teachers, admins, last_minute)
  VALUES ($1, $2, $3, now(), $4, $5, $6, $7::uuid[], $8::uuid[], $9::uuid[], $10::jsonb)
  ON CONFLICT (id) DO UPDATE SET seen_at = excluded.seen_at, sockets = excluded.sockets, queue = excluded.queue,
    waiting = excluded.waiting, students = excluded.students, teachers = excluded.teachers,
    admins = excluded.admins, last_minute = excluded.last_minute`;

/** Those that were killed could not say that they go. */
const BURY = `DELETE FROM instance WHERE seen_at < now() - interval '1 hour'`;

/** What this server tells of itself in the database. */
@Injectable()
export class InstanceReport {
  private readonly startedAt = new Date();

  constructor(
    private readonly dataSource: DataSource,
    private readonly instance: Instance,
    private readonly sockets: LocalSockets,
    private readonly tally: Tally,
  ) {}

  async write(): Promise<void> {
    const sockets = this.sockets.all();
    const people = this.sockets.people();
    const queue = sockets.reduce((sum, { data }) => sum + (data.pump?.owed ?? 0), 0);
    const { waitingCount } = (this.dataSource.driver as unknown as { master: Pool }).master;
    const of = (role: Role) => [...people[role]];
    await this.dataSource.query(REPORT, [
      this.instance.id,
      VERSION,
      this.startedAt,
      sockets.length,
      queue,
      waitingCount,
      of('student'),
      of('teacher'),
      of('admin'),
      JSON.stringify(this.tally.lastMinute()),
    ]);
    await this.dataSource.query(BURY);
  }

  /** This server goes. */
  async remove(): Promise<void> {
    await this.dataSource.query('DELETE FROM instance WHERE id = $1', [this.instance.id]);
  }
}
