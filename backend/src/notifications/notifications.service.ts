import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { NotificationPage, noticeNames, Notice, PageQuery } from '@cartable/contract';
import { Problem } from '../platform/problems/problem';

interface Row {
  seq: number;
  name: (typeof noticeNames)[number];
  at: Date;
  notice: Notice;
}

/** What toasts said, kept: the events of a person's stream that carry a notice. */
@Injectable()
export class NotificationsService {
  constructor(private readonly dataSource: DataSource) {}

  async page(personId: string, { limit, cursor }: PageQuery): Promise<NotificationPage> {
    const before = cursor === undefined ? null : seqOf(cursor);
    const rows = await this.dataSource.query<Row[]>(
      `SELECT seq, name, at, notice FROM user_event
       WHERE user_id = $1 AND notice IS NOT NULL AND ($2::int IS NULL OR seq < $2) ORDER BY seq DESC LIMIT $3`,
      [personId, before, limit + 1],
    );
    const kept = rows.slice(0, limit);
    return {
      items: kept.map(({ seq, name, at, notice }) => ({
        seq,
        name,
        at: at.toISOString(),
        ...notice,
      })),
      next: rows.length > limit ? String(kept.at(-1)?.seq) : null,
      seen: await this.seen(personId),
    };
  }

  /** Never goes back: a screen that is behind changes nothing. */
  async markSeen(personId: string, seq: number): Promise<void> {
    await this.dataSource.query(
      'UPDATE user_stream SET seen_seq = GREATEST(seen_seq, LEAST($2, last_seq)) WHERE user_id = $1',
      [personId, seq],
    );
  }

  private async seen(personId: string): Promise<number> {
    const [row] = await this.dataSource.query<{ seen: number }[]>(
      'SELECT seen_seq AS seen FROM user_stream WHERE user_id = $1',
      [personId],
    );
    return row?.seen ?? 0;
  }
}

function seqOf(cursor: string): number {
  if (!/^\d{1,9}$/.test(cursor)) {
    throw new Problem('validation-failed', { errors: [{ path: 'cursor', reason: 'invalid' }] });
  }
  return Number(cursor);
}
