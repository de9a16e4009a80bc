import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { StreamHead } from '@cartable/contract';
import type { StreamEvent } from './journal-entry';

/** Where a stream begins and ends: events `trimmedSeq + 1 … seq` can be read. */
export interface StreamBounds extends StreamHead {
  trimmedSeq: number;
}

/** Some events of a stream, in order; `more` when others follow. */
export interface StreamPart {
  events: StreamEvent[];
  more: boolean;
}

/** Where people's streams end now. */
export interface StreamHeads {
  epoch: string;
  /** The last `seq`, by person; absent for who has no stream. */
  seqs: Map<string, number>;
}

/** The first always comes, however large it is; `data` is null from where the bytes do not suffice. */
const READ = `
  WITH part AS (
    SELECT e.seq, e.name, e.at, e.payload, b.body,
      octet_length(e.payload::text) + COALESCE(octet_length(b.body::text), 0) AS bytes
    FROM user_event AS e LEFT JOIN event_body AS b ON b.key = e.body_key
    WHERE e.user_id = $1 AND e.seq > $2 ORDER BY e.seq LIMIT $3
  ), summed AS (SELECT *, SUM(bytes) OVER (ORDER BY seq) - bytes AS before FROM part)
  SELECT m.epoch, seq, name, at, bytes, CASE WHEN before < $4 THEN payload || COALESCE(body, '{}'::jsonb) END AS data
  FROM summed, journal_meta AS m ORDER BY seq`;

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

  /** Up to `limit` events after `seq`, and, but for the first, no more than `bytes` of them. */
  async after(
    personId: string,
    seq: number,
    { limit, bytes }: { limit: number; bytes: number },
  ): Promise<StreamPart> {
    const rows = await this.dataSource.query<(StreamEvent & { data: object | null })[]>(READ, [
      personId,
      seq,
      limit,
      bytes,
    ]);
    const events = rows.filter(({ data }) => data !== null);
    return { events, more: events.length < rows.length || rows.length === limit };
  }

  async heads(personIds: readonly string[]): Promise<StreamHeads> {
    const rows = await this.dataSource.query<{ epoch: string; id: string | null; seq: number }[]>(
      `SELECT m.epoch, s.user_id AS id, s.last_seq AS seq
       FROM journal_meta AS m LEFT JOIN user_stream AS s ON s.user_id = ANY($1::uuid[])`,
      [personIds],
    );
    return {
      epoch: rows[0]?.epoch ?? '',
      seqs: new Map(rows.flatMap(({ id, seq }) => (id === null ? [] : [[id, seq]]))),
    };
  }
}
