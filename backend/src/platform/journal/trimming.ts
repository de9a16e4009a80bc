import { Injectable } from '@nestjs/common';
import { Client } from 'pg';
import { Settings } from '../../config/settings';
import { DailyWork } from '../daily-work';
import { trimBodies, trimEvents } from './trimming-work';

/** Any number that no other program takes an advisory lock on; all instances of Cartable take the same. */
export const TRIMMING_LOCK = 7_264_903;

const CONNECT_MS = 5_000;
const STATEMENT_MS = 60_000;

/** How much is gone. */
export interface Trimmed {
  events: number;
  bodies: number;
}

/**
 * Deletes what the journal keeps no longer than `JOURNAL_DAYS`, on one instance at a time.
 * The notification list, which shows events, ends there, too: what has come into the library stays in it, only the news
 * of it has grown old.
 */
@Injectable()
export class Trimming extends DailyWork {
  constructor(private readonly settings: Settings) {
    super();
  }

  /** Trims now; null when another instance is at it. */
  async trim(): Promise<Trimmed | null> {
    const db = new Client({
      connectionString: this.settings.databaseUrl,
      application_name: 'cartable trimming',
      connectionTimeoutMillis: CONNECT_MS,
      statement_timeout: STATEMENT_MS,
    });
    // A connection that breaks fails the query that waits on it; without a listener it would end the process as well.
    db.on('error', () => undefined);
    await db.connect();
    try {
      // The lock belongs to the connection and goes with it, whatever happens.
      return (await isMyTurn(db)) ? await this.trimWith(db) : null;
    } finally {
      await db.end();
    }
  }

  protected async work(): Promise<void> {
    const trimmed = await this.trim();
    if (trimmed) this.logger.log(trimmed, 'journal trimmed');
  }

  private async trimWith(db: Client): Promise<Trimmed> {
    const { signal } = this;
    const cut = await startOfWhatIsKept(db, this.settings.journalDays);
    const events = await trimEvents(db, cut, signal);
    return { events, bodies: await trimBodies(db, signal) };
  }
}

async function isMyTurn(db: Client): Promise<boolean> {
  const { rows } = await db.query<{ mine: boolean }>('SELECT pg_try_advisory_lock($1) AS mine', [
    TRIMMING_LOCK,
  ]);
  return rows[0]?.mine === true;
}

/** By the clock of Postgres, which dates the events, too. */
async function startOfWhatIsKept(db: Client, days: number): Promise<Date> {
  const { rows } = await db.query<{ cut: Date }>(
    'SELECT now() - make_interval(days => $1) AS cut',
    [days],
  );
  const [row] = rows;
  if (!row) throw new Error('Postgres does not tell the time');
  return row.cut;
}
