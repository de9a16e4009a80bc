import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import {
  AdminCode,
  AdminCodePage,
  AdminCodeQuery,
  ClassSummary,
  CodeState,
  formatShareCode,
  Heat,
  SHARE_CODE_LENGTH,
} from '@cartable/contract';
import { ClassesService } from '../../classes/classes.service';
import { decodeCursor, toPage } from '../../platform/paging/keyset';
import { CodeSearch } from './code-search';

interface Row {
  code: string;
  collectionId: string;
  classId: string | null;
  title: string;
  ownerId: string;
  owner: string;
  message: string;
  maxUses: number | null;
  uses: number;
  outside: number;
  heat: Heat | null;
  hotSince: Date | null;
  expiresAt: Date;
  revokedAt: Date | null;
  createdAt: Date;
}

const CODE = new RegExp(`^[A-Z]{${SHARE_CODE_LENGTH}}$`);

const HOT = 's.heat IS NOT NULL AND s.revoked_at IS NULL AND s.expires_at > now()';
const WHERE: Record<CodeState, string> = {
  all: 'true',
  active: 's.revoked_at IS NULL AND s.expires_at > now()',
  hot: HOT,
  expired: 's.revoked_at IS NULL AND s.expires_at <= now()',
  revoked: 's.revoked_at IS NOT NULL',
};

/** All codes of the school whose collections stand, newest first. */
@Injectable()
export class CodeList {
  constructor(
    private readonly dataSource: DataSource,
    private readonly classes: ClassesService,
    private readonly search: CodeSearch,
  ) {}

  async page({ limit, cursor, state, search }: AdminCodeQuery): Promise<AdminCodePage> {
    const from = cursor ? decodeCursor(cursor, CODE) : null;
    const values: unknown[] = [];
    const given = (value: unknown) => `$${values.push(value)}`;
    const conditions = [
      WHERE[state],
      from && `(s.created_at, s.code) < (${given(from.at)}::timestamptz, ${given(from.id)}::text)`,
      search !== undefined && (await this.search.condition(search, given)),
    ].filter((condition) => typeof condition === 'string');
    const rows = await this.dataSource.query<Row[]>(
      `SELECT s.code, s.collection_id AS "collectionId", s.class_id AS "classId", c.title, c.owner_id AS "ownerId",
         p.display_name AS owner, s.message, s.max_uses AS "maxUses", s.uses, s.outside_uses AS outside, s.heat,
         s.hot_since AS "hotSince", s.expires_at AS "expiresAt", s.revoked_at AS "revokedAt", s.created_at AS "createdAt"
       FROM share_code AS s JOIN collection AS c ON c.id = s.collection_id JOIN person AS p ON p.id = c.owner_id
       WHERE ${conditions.join(' AND ')}
       ORDER BY s.created_at DESC, s.code DESC LIMIT ${given(limit + 1)}`,
      values,
    );
    const classes = await this.classes.summaries(
      this.dataSource.manager,
      rows.flatMap(({ classId }) => classId ?? []),
    );
    const keyOf = (row: Row) => ({ at: row.createdAt, id: row.code });
    return {
      ...toPage(rows, limit, keyOf, (row) => adminCodeOf(row, classes)),
      hot: await this.countHot(),
    };
  }

  private async countHot(): Promise<number> {
    const [row] = await this.dataSource.query<{ hot: number }[]>(
      `SELECT count(*)::int AS hot FROM share_code AS s JOIN collection AS c ON c.id = s.collection_id WHERE ${HOT}`,
    );
    return row?.hot ?? 0;
  }
}

function adminCodeOf(row: Row, classes: ReadonlyMap<string, ClassSummary>): AdminCode {
  return {
    code: formatShareCode(row.code),
    collectionId: row.collectionId,
    title: row.title,
    owner: { id: row.ownerId, displayName: row.owner },
    class: row.classId === null ? null : (classes.get(row.classId) ?? null),
    message: row.message,
    maxUses: row.maxUses,
    uses: row.uses,
    outside: row.outside,
    heat: row.heat,
    hotSince: row.hotSince?.toISOString() ?? null,
    expiresAt: row.expiresAt.toISOString(),
    revokedAt: row.revokedAt?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
  };
}
