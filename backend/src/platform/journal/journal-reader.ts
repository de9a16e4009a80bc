import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { StreamHead } from '@cartable/contract';
import type { StreamEvent } from './journal-entry';

/** Where a stream begins and ends: events `trimmedSeq + 1 … seq` can be read. */
export interface StreamBounds extends StreamHead {
  trimmedSeq: number;
}

const READ = `
  SELECT e.seq, e.name, e.at, e.payload || COALESCE(b.body, '{}'::jsonb) AS data
  FROM user_event AS e LEFT JOIN event_body AS b ON b.key = e.body_key
  WHERE e.user_id = $1 AND e.seq > $2 ORDER BY e.seq LIMIT $3`;

/** Reads people's streams. */
@Injectable()
export class JournalReader {
  constructor(private readonly dataSource: DataSource) {}

  /** A person without a stream has an empty one. */
  async bounds(personId: string): Promise<StreamBounds> {
    const [row] = await this.dataSource.query<StreamBounds[]>(
      `SELECT m.epoch, COALESCE(s.last_seq, 0) AS seq, COALESCE(s.trimmed_seq, 0) AS "trimmedSeq"
       FROM journal_meta AS m LEFT JOIN user_stream AS s ON s.user_id = $1`,
      [personId],
    );
    if (!row) throw new Error('journal_meta is empty: the migrations have not run');
    return row;
  }

  /** Up to `limit` events after `seq`, in order. */
  after(personId: string, seq: number, limit: number): Promise<StreamEvent[]> {
    return this.dataSource.query<StreamEvent[]>(READ, [personId, seq, limit]);
  }
}
