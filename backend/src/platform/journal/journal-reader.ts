import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { StreamHead } from '@cartable/contract';
import { batched } from '../database/batched';
import { runPrepared } from '../database/prepared';
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

const BOUNDS = {
  name: 'bounds of streams',
  text: `
    SELECT m.epoch, COALESCE(s.last_seq, 0) AS seq, COALESCE(s.trimmed_seq, 0) AS "trimmedSeq"
    FROM journal_meta AS m CROSS JOIN unnest($1::uuid[]) WITH ORDINALITY AS asked (id, n)
    LEFT JOIN user_stream AS s ON s.user_id = asked.id ORDER BY asked.n`,
};

/** Of each, the first always comes, however large it is; `data` is null from where the bytes do not suffice. */
const AFTER = {
  name: 'events of streams',
  text: `
    SELECT asked.n::int, m.epoch, part.seq, name, at, bytes, CASE WHEN before < max_bytes THEN payload || COALESCE(body, '{}'::jsonb) END AS data
    FROM journal_meta AS m
    CROSS JOIN unnest($1::uuid[], $2::int[], $3::int[], $4::int[]) WITH ORDINALITY AS asked (id, seq, most, max_bytes, n)
    CROSS JOIN LATERAL (
      SELECT *, SUM(bytes) OVER (ORDER BY few.seq) - bytes AS before FROM (
        SELECT e.seq, e.name, e.at, e.payload, b.body,
          octet_length(e.payload::text) + COALESCE(octet_length(b.body::text), 0) AS bytes
        FROM user_event AS e LEFT JOIN event_body AS b ON b.key = e.body_key
        WHERE e.user_id = asked.id AND e.seq > asked.seq ORDER BY e.seq LIMIT asked.most
      ) AS few
    ) AS part ORDER BY asked.n, part.seq`,
};

interface Asked {
  personId: string;
  seq: number;
  limit: number;
  bytes: number;
}

type AfterRow = StreamEvent & { n: number; data: object | null };

/** Reads people's streams; those who ask at the same moment, with one query. */
@Injectable()
export class JournalReader {
  /** A person without a stream has an empty one. */
  readonly bounds = batched((personIds: readonly string[]) => this.boundsOf(personIds));
  private readonly part = batched((asked: readonly Asked[]) => this.partsOf(asked));

  constructor(private readonly dataSource: DataSource) {}

  /** Up to `limit` events after `seq`, and, but for the first, no more than `bytes` of them. */
  after(
    personId: string,
    seq: number,
    { limit, bytes }: { limit: number; bytes: number },
  ): Promise<StreamPart> {
    return this.part({ personId, seq, limit, bytes });
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

  private async boundsOf(personIds: readonly string[]): Promise<StreamBounds[]> {
    const rows = await runPrepared<StreamBounds>(this.dataSource, BOUNDS, [personIds]);
    if (rows.length === 0) throw new Error('journal_meta is empty: the migrations have not run');
    return rows;
  }

  private async partsOf(asked: readonly Asked[]): Promise<StreamPart[]> {
    const column = <K extends keyof Asked>(name: K) => asked.map((one) => one[name]);
    const values = [column('personId'), column('seq'), column('limit'), column('bytes')];
    const found: AfterRow[][] = asked.map(() => []);
    for (const row of await runPrepared<AfterRow>(this.dataSource, AFTER, values)) {
      found[row.n - 1]?.push(row);
    }
    return found.map((rows, n) => {
      const events = rows.filter(({ data }) => data !== null);
      return { events, more: events.length < rows.length || rows.length === asked[n]?.limit };
    });
  }
}
