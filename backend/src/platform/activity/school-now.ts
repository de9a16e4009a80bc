import { Injectable } from '@nestjs/common';
import { DataSource, EntityManager } from 'typeorm';
import { counted, InstanceState, Overview } from '@cartable/contract';
import { Redis } from '../cluster/redis';
import { ActivityHistoryService } from './activity-history';
import { addDelays, delaysOf, noDelays } from '../metrics/delays';
import { noCounts, Tallied } from './tally';

/** A server that has said nothing for so long is gone. Three times the pulse of one that nobody asks. */
const ALIVE = `seen_at > now() - interval '45 seconds'`;

const INSTANCES = `
  SELECT id, version, started_at AS "startedAt", seen_at AS "seenAt", sockets, queue, waiting,
    last_minute AS "lastMinute"
  FROM instance WHERE ${ALIVE} ORDER BY started_at, id`;

const connected = (role: string) =>
  `(SELECT count(DISTINCT p)::int FROM instance, unnest(${role}s) AS p WHERE ${ALIVE}) AS ${role}`;
const PEOPLE = `SELECT ${['student', 'teacher', 'admin'].map(connected).join(', ')}`;

interface Row extends Omit<InstanceState, 'startedAt' | 'seenAt'> {
  startedAt: Date;
  seenAt: Date;
  waiting: number;
  lastMinute: Tallied;
}

/** The school as all its servers together see it. */
@Injectable()
export class SchoolNow {
  constructor(
    private readonly dataSource: DataSource,
    private readonly history: ActivityHistoryService,
    private readonly redis: Redis,
  ) {}

  /** Somebody is being erased. A server that was killed would go on naming them as long as it is remembered. */
  async forget(db: EntityManager, personId: string): Promise<void> {
    await db.query(
      `UPDATE instance SET students = array_remove(students, $1), teachers = array_remove(teachers, $1),
         admins = array_remove(admins, $1) WHERE $1 = ANY (students || teachers || admins)`,
      [personId],
    );
  }

  async read(): Promise<Overview> {
    const asked = performance.now();
    const rows = await this.dataSource.query<Row[]>(INSTANCES);
    const ms = Math.round((performance.now() - asked) * 10) / 10;
    const [[people], minutes] = await Promise.all([
      this.dataSource.query<Overview['people'][]>(PEOPLE),
      this.history.newest(),
    ]);
    const sum = (of: (row: Row) => number) => rows.reduce((total, row) => total + of(row), 0);
    const counts = noCounts();
    for (const what of counted) counts[what] = sum(({ lastMinute }) => lastMinute.counts[what]);
    const delays = rows.reduce(
      (all, { lastMinute }) => addDelays(all, lastMinute.delays),
      noDelays(),
    );
    return {
      at: new Date().toISOString(),
      people: people ?? { student: 0, teacher: 0, admin: 0 },
      sockets: sum(({ sockets }) => sockets),
      queue: sum(({ queue }) => queue),
      counts,
      delays: delaysOf(delays),
      database: { ms, waiting: sum(({ waiting }) => waiting) },
      redis: this.redis.client ? (this.redis.isReady ? 'ready' : 'away') : 'none',
      instances: rows.map(({ id, version, startedAt, seenAt, sockets, queue }) => ({
        id,
        version,
        startedAt: startedAt.toISOString(),
        seenAt: seenAt.toISOString(),
        sockets,
        queue,
      })),
      minutes,
    };
  }
}
