import { Injectable } from '@nestjs/common';
import { EventEmitter2 } from '@nestjs/event-emitter';
import { DataSource } from 'typeorm';
import {
  formatShareCode,
  limits,
  NewShareCodeBody,
  PageQuery,
  SHARE_CODE_LENGTH,
  ShareCode,
  ShareCodePage,
  ShareCodeUsePage,
} from '@cartable/contract';
import type { Principal } from '../../platform/identity/principal';
import { LiveUpdate } from '../../platform/journal/live-update';
import { decodeCursor, toPage, UUID } from '../../platform/paging/keyset';
import { Problem } from '../../platform/problems/problem';
import { CollectionEditing } from '../collection-editing';
import { drawShareCode } from './share-code-draw';
import { CollectionBodies } from '../library/collection-bodies';
import { shareCodeOf, StandingShareCode } from './share-code-row';
import { ShareCodeEntity } from './share-code.entities';

const DAY = 86_400_000;
const CODE = new RegExp(`^[A-Z]{${SHARE_CODE_LENGTH}}$`);

interface UseRow {
  personId: string;
  displayName: string;
  usedAt: Date;
}

/** A teacher's share codes: making, listing, revoking. */
@Injectable()
export class ShareCodesService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly editing: CollectionEditing,
    private readonly bodies: CollectionBodies,
    private readonly announcements: EventEmitter2,
  ) {}

  async create(owner: Principal, collectionId: string, body: NewShareCodeBody): Promise<ShareCode> {
    const made = await this.dataSource.transaction(async (db) => {
      await this.editing.lockOwn(db, owner.id, collectionId);
      const defaultExpiry = new Date(Date.now() + limits.shareCodeDefaultDays * DAY);
      const fresh = db.create(ShareCodeEntity, {
        collectionId,
        message: body.message ?? '',
        expiresAt: body.expiresAt ? new Date(body.expiresAt) : defaultExpiry,
        maxUses: body.maxUses ?? null,
      });
      // A code that was drawn before, even one long revoked, is drawn again: the primary key decides.
      for (;;) {
        const inserted = await db
          .createQueryBuilder()
          .insert()
          .into(ShareCodeEntity)
          .values({ ...fresh, code: drawShareCode() })
          .orIgnore()
          .returning('code')
          .execute();
        const [row] = inserted.raw as { code: string }[];
        if (row)
          return shareCodeOf((await db.findOneByOrFail(ShareCodeEntity, row)) as StandingShareCode);
      }
    });
    // The class that types it in a moment finds the body there.
    await this.bodies.keep(collectionId);
    return made;
  }

  async page(
    owner: Principal,
    collectionId: string,
    { limit, cursor }: PageQuery,
  ): Promise<ShareCodePage> {
    const from = cursor ? decodeCursor(cursor, CODE) : null;
    await this.editing.own(this.dataSource.manager, owner.id, collectionId);
    const query = this.dataSource
      .createQueryBuilder(ShareCodeEntity, 's')
      .where('s.collectionId = :collectionId', { collectionId })
      .orderBy('s.createdAt', 'DESC')
      .addOrderBy('s.code', 'DESC')
      .take(limit + 1);
    if (from) query.andWhere('(s.createdAt, s.code) < (:at, :id)', { ...from });
    const rows = (await query.getMany()) as StandingShareCode[];
    return toPage(rows, limit, (row) => ({ at: row.createdAt, id: row.code }), shareCodeOf);
  }

  /** Who imported with the code, newest first; only for the collection's owner. */
  async uses(
    owner: Principal,
    code: string,
    { limit, cursor }: PageQuery,
  ): Promise<ShareCodeUsePage> {
    const from = cursor ? decodeCursor(cursor, UUID) : null;
    await this.ownCode(owner, code);
    const rows = await this.dataSource.query<UseRow[]>(
      `SELECT u.person_id AS "personId", p.display_name AS "displayName", u.used_at AS "usedAt"
       FROM share_code_use AS u JOIN person AS p ON p.id = u.person_id
       WHERE u.code = $1 AND ($2::timestamptz IS NULL OR (u.used_at, u.person_id) < ($2, $3::uuid))
       ORDER BY u.used_at DESC, u.person_id DESC LIMIT $4`,
      [code, from?.at ?? null, from?.id ?? null, limit + 1],
    );
    return toPage(
      rows,
      limit,
      (row) => ({ at: row.usedAt, id: row.personId }),
      ({ displayName, usedAt }) => ({ displayName, importedAt: usedAt.toISOString() }),
    );
  }

  /** Revoking twice changes nothing. Who imported keeps the collection. */
  async revoke(owner: Principal, code: string): Promise<void> {
    await this.ownCode(owner, code);
    const [[revoked]] = await this.dataSource.query<[{ at: Date }[]]>(
      'UPDATE share_code SET revoked_at = now() WHERE code = $1 AND revoked_at IS NULL RETURNING revoked_at AS at',
      [code],
    );
    if (!revoked) return;
    const live = { code: formatShareCode(code), revokedAt: revoked.at.toISOString() };
    this.announcements.emit(LiveUpdate.event, new LiveUpdate(owner.id, 'shareCodeRevoked', live));
  }

  /** Somebody else's code is answered like one that does not exist. */
  private async ownCode(owner: Principal, code: string): Promise<void> {
    const rows = await this.dataSource.query<unknown[]>(
      `SELECT 1 FROM share_code AS s JOIN library_entry AS e ON e.collection_id = s.collection_id
       WHERE s.code = $1 AND e.person_id = $2 AND e.role = 'owner'`,
      [code, owner.id],
    );
    if (rows.length === 0) throw new Problem('share-code-unknown');
  }
}
