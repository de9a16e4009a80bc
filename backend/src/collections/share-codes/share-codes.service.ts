import { Injectable } from '@nestjs/common';
import { EventEmitter2 } from '@nestjs/event-emitter';
import { DataSource, EntityManager } from 'typeorm';
import {
  ClassProgress,
  formatShareCode,
  limits,
  NewShareCodeBody,
  PageQuery,
  SHARE_CODE_LENGTH,
  ShareCode,
  ShareCodePage,
  ShareCodeUsePage,
} from '@cartable/contract';
import { ClassesService } from '../../classes/classes.service';
import { Actor, AuditService } from '../../platform/audit/audit.service';
import type { Principal } from '../../platform/identity/principal';
import { LiveUpdate } from '../../platform/journal/live-update';
import { decodeCursor, toPage, UUID } from '../../platform/paging/keyset';
import { Problem } from '../../platform/problems/problem';
import { CollectionEditing } from '../collection-editing';
import { drawShareCode } from './share-code-draw';
import { CollectionBodies } from '../library/collection-bodies';
import { shareCodeOf } from './share-code-row';
import { ShareCodeEntity } from './share-code.entities';
import { StirredCodes } from './stirred-codes';

const DAY = 86_400_000;
const CODE = new RegExp(`^[A-Z]{${SHARE_CODE_LENGTH}}$`);

/** Uses of the code $1 by people who still have what it brought. */
const STANDING = `FROM share_code_use AS u JOIN share_code AS s ON s.code = u.code
  JOIN library_entry AS e ON e.person_id = u.person_id AND e.collection_id = s.collection_id WHERE u.code = $1`;

interface UseRow {
  personId: string;
  displayName: string;
  usedAt: Date;
}

/** Whose code it was and when it was switched off. */
export interface Revoked {
  code: string;
  ownerId: string;
  at: Date;
}

type Wishes = Pick<ShareCodeEntity, 'message' | 'expiresAt' | 'maxUses' | 'classId'>;
type Row = ShareCodeEntity & { collectionId: string };

/** A teacher's share codes: making, listing, revoking. */
@Injectable()
export class ShareCodesService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly editing: CollectionEditing,
    private readonly bodies: CollectionBodies,
    private readonly classes: ClassesService,
    private readonly audit: AuditService,
    private readonly stirred: StirredCodes,
    private readonly announcements: EventEmitter2,
  ) {}

  /** Throws `not-found` for somebody else's collection or class. */
  async create(owner: Principal, collectionId: string, body: NewShareCodeBody): Promise<ShareCode> {
    const made = await this.dataSource.transaction(async (db) => {
      await this.editing.lockOwn(db, owner.id, collectionId);
      const { classId = null } = body;
      if (classId !== null && !(await this.classes.teaches(db, owner.id, classId))) {
        throw new Problem('not-found');
      }
      return this.insert(db, collectionId, {
        message: body.message ?? '',
        expiresAt: body.expiresAt ? new Date(body.expiresAt) : defaultExpiry(),
        maxUses: body.maxUses ?? null,
        classId,
      });
    });
    // The class that types it in a moment finds the body there.
    await this.bodies.keep(collectionId);
    this.stirred.stir(made.code);
    return made;
  }

  /** A new code as the old one was; one that is over gets the usual life. Hold the collection's row. */
  replace(db: EntityManager, old: ShareCodeEntity & { collectionId: string }): Promise<ShareCode> {
    const expiresAt = old.expiresAt > new Date() ? old.expiresAt : defaultExpiry();
    return this.insert(db, old.collectionId, { ...old, expiresAt });
  }

  private async insert(
    db: EntityManager,
    collectionId: string,
    { message, expiresAt, maxUses, classId }: Wishes,
  ): Promise<ShareCode> {
    // A code that was drawn before, even one long revoked, is drawn again: the primary key decides.
    for (;;) {
      const inserted = await db
        .createQueryBuilder()
        .insert()
        .into(ShareCodeEntity)
        .values({
          code: drawShareCode(),
          collectionId,
          message,
          expiresAt,
          maxUses,
          classId,
        })
        .orIgnore()
        .returning('code')
        .execute();
      const [row] = inserted.raw as { code: string }[];
      if (row) {
        const made = (await db.findOneByOrFail(ShareCodeEntity, row)) as Row;
        return shareCodeOf(made, await this.classes.summaries(db, classId ? [classId] : []));
      }
    }
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
    const rows = (await query.getMany()) as Row[];
    const classes = await this.classes.summaries(
      this.dataSource.manager,
      rows.flatMap(({ classId }) => classId ?? []),
    );
    const keyOf = (row: Row) => ({ at: row.createdAt, id: row.code });
    return toPage(rows, limit, keyOf, (row) => shareCodeOf(row, classes));
  }

  /** Who imported with the code and still has the collection, newest first; only for the collection's owner. */
  async uses(
    owner: Principal,
    code: string,
    { limit, cursor }: PageQuery,
  ): Promise<ShareCodeUsePage> {
    const from = cursor ? decodeCursor(cursor, UUID) : null;
    await this.ownCode(owner, code);
    const rows = await this.dataSource.query<UseRow[]>(
      `SELECT u.person_id AS "personId", p.display_name AS "displayName", u.used_at AS "usedAt"
       FROM (SELECT u.* ${STANDING}) AS u JOIN person AS p ON p.id = u.person_id
       WHERE $2::timestamptz IS NULL OR (u.used_at, u.person_id) < ($2, $3::uuid)
       ORDER BY u.used_at DESC, u.person_id DESC LIMIT $4`,
      [code, from?.at ?? null, from?.id ?? null, limit + 1],
    );
    const [standing] = await this.dataSource.query<{ have: number }[]>(
      `SELECT count(*)::int AS have ${STANDING}`,
      [code],
    );
    const page = toPage(
      rows,
      limit,
      (row) => ({ at: row.usedAt, id: row.personId }),
      ({ displayName, usedAt }) => ({ displayName, importedAt: usedAt.toISOString() }),
    );
    return { ...page, have: standing?.have ?? 0 };
  }

  /**
   * Which pupils of its class have the collection by now. `not-found` for a code that is open to all, and for who no longer
   * teaches the class.
   */
  async progress(owner: Principal, code: string): Promise<ClassProgress> {
    await this.ownCode(owner, code);
    const db = this.dataSource.manager;
    const row = (await db.findOneByOrFail(ShareCodeEntity, { code })) as Row;
    const { classId } = row;
    if (classId === null || !(await this.classes.teaches(db, owner.id, classId))) {
      throw new Problem('not-found');
    }
    const summary = (await this.classes.summaries(db, [classId])).get(classId);
    if (!summary) throw new Problem('not-found');
    return {
      ...summary,
      have: await this.classes.countWith(db, summary, row.collectionId),
      missing: await this.classes.without(db, summary.id, row.collectionId),
    };
  }

  /** Revoking twice changes nothing. Who imported keeps the collection. */
  async revoke(owner: Principal, code: string, by: Actor): Promise<void> {
    await this.ownCode(owner, code);
    const revoked = await this.dataSource.transaction(async (db) => {
      const done = await this.revokeIn(db, code);
      if (done) {
        await this.audit.record(db, {
          act: 'share-code.revoked',
          by,
          on: { kind: 'share-code', id: code },
        });
      }
      return done;
    });
    if (revoked) this.announceRevoked(revoked);
  }

  /** Switches a code off; null when it was off already. Announce it after the commit. */
  async revokeIn(db: EntityManager, code: string): Promise<Revoked | null> {
    const [[revoked]] = await db.query<[Revoked[], number]>(
      `UPDATE share_code AS s SET revoked_at = now() FROM collection AS c
       WHERE s.code = $1 AND s.revoked_at IS NULL AND c.id = s.collection_id
       RETURNING s.code, s.revoked_at AS at, c.owner_id AS "ownerId"`,
      [code],
    );
    return revoked ?? null;
  }

  /** Tells the boards and lists that show it; again when something has changed for who came with it. */
  announceRevoked({ code, ownerId, at }: Revoked): void {
    const live = { code: formatShareCode(code), revokedAt: at.toISOString() };
    this.announcements.emit(LiveUpdate.event, new LiveUpdate(ownerId, 'shareCodeRevoked', live));
    this.stirred.stir(code);
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

const defaultExpiry = () => new Date(Date.now() + limits.shareCodeDefaultDays * DAY);
