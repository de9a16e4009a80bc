import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import {
  Card,
  ContentCase,
  ContentCaseInFull,
  ContentPage,
  ContentQuery,
  ContentState,
  limits,
  Report,
  ReportReason,
} from '@cartable/contract';
import { decodeCursor, toPage, UUID } from '../../platform/paging/keyset';
import { Problem } from '../../platform/problems/problem';

interface Row {
  id: string;
  title: string;
  description: string;
  owner_id: string;
  owner_name: string;
  card_count: number;
  state: ContentState;
  reports: number;
  reason: string;
  changed_at: Date;
  followers: number;
}

interface ReportRow {
  id: string;
  at: Date;
  reason: ReportReason;
  comment: string;
  by: string | null;
  by_name: string;
  closed: boolean;
}

const CASE = `
  SELECT c.id, c.title, c.description, c.owner_id, p.display_name AS owner_name, c.card_count, k.state, k.reports, k.reason, k.changed_at
  FROM content_case AS k JOIN collection AS c ON c.id = k.collection_id JOIN person AS p ON p.id = c.owner_id`;

const WAITING = `SELECT count(*)::int AS waiting FROM content_case WHERE state = 'open'`;

const REPORTS = `
  SELECT r.id, r.at, r.reason, r.comment, p.id AS by, p.display_name AS by_name, r.closed_at IS NOT NULL AS closed
  FROM report AS r LEFT JOIN person AS p ON p.id = r.reporter_id
  WHERE r.collection_id = $1 ORDER BY r.at DESC LIMIT ${limits.page}`;

const FOLLOWERS = `
  SELECT (SELECT count(*) FROM library_entry WHERE collection_id = $1 AND role = 'follower')::int
       + (SELECT count(*) FROM parked_entry WHERE collection_id = $1)::int AS followers`;

const CARDS = `SELECT id, front, back, position, rev FROM card WHERE collection_id = $1 ORDER BY position, id`;

/** What administrators see of collections: those that were reported or hidden, and no others. */
@Injectable()
export class ContentService {
  constructor(private readonly dataSource: DataSource) {}

  async page({ state, limit, cursor }: ContentQuery): Promise<ContentPage> {
    const from = cursor ? decodeCursor(cursor, UUID) : null;
    const rows = await this.dataSource.query<Row[]>(
      `${CASE} WHERE k.state = $1 AND ($2::timestamptz IS NULL OR (k.changed_at, k.collection_id) < ($2, $3::uuid))
       ORDER BY k.changed_at DESC, k.collection_id DESC LIMIT $4`,
      [state, from?.at ?? null, from?.id ?? null, limit + 1],
    );
    const [open] = await this.dataSource.query<{ waiting: number }[]>(WAITING);
    const page = toPage(rows, limit, (row) => ({ at: row.changed_at, id: row.id }), caseOf);
    return { ...page, waiting: open?.waiting ?? 0 };
  }

  /** Throws `not-found` for a collection about which nobody has said anything: it is none of our business. */
  async read(id: string): Promise<ContentCaseInFull> {
    const [row] = await this.dataSource.query<Row[]>(`${CASE} WHERE k.collection_id = $1`, [id]);
    if (!row) throw new Problem('not-found');
    const reports = await this.dataSource.query<ReportRow[]>(REPORTS, [id]);
    const [had] = await this.dataSource.query<{ followers: number }[]>(FOLLOWERS, [id]);
    return {
      ...caseOf(row),
      description: row.description,
      followers: had?.followers ?? 0,
      reason: row.reason,
      reported: reports.map(reportOf),
      cards: await this.dataSource.query<Card[]>(CARDS, [id]),
    };
  }
}

const caseOf = (row: Row): ContentCase => ({
  collectionId: row.id,
  title: row.title,
  owner: { id: row.owner_id, displayName: row.owner_name },
  cardCount: row.card_count,
  state: row.state,
  reports: row.reports,
  changedAt: row.changed_at.toISOString(),
});

const reportOf = ({ by, by_name: displayName, at, ...row }: ReportRow): Report => ({
  ...row,
  at: at.toISOString(),
  by: by === null ? null : { id: by, displayName },
});
