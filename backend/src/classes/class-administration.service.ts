import { Injectable } from '@nestjs/common';
import { DataSource, EntityManager } from 'typeorm';
import type {
  AdminClassesQuery,
  AdminClassPage,
  AdminClassWithMembers,
  AuditAct,
  ClassPatch,
} from '@cartable/contract';
import { NOBODY } from '../accounts/account-erasure.service';
import { Person } from '../accounts/person.entity';
import { Actor, AuditEntry, AuditService } from '../platform/audit/audit.service';
import { isTaken } from '../platform/database/unique';
import { decodeNamedCursor, encodeNamedCursor } from '../platform/paging/keyset';
import { Problem } from '../platform/problems/problem';
import { ClassEntity } from './class.entity';
import { ClassesService } from './classes.service';

interface Row {
  id: string;
  name: string;
  size: number;
  archivedAt: Date | null;
}

/** `key`: what it is sorted by. */
type KeyedRow = Row & { key: string };

const KEY = 'plain_name(c.name) COLLATE "C"';

/** What administrators do with classes. */
@Injectable()
export class ClassAdministration {
  constructor(
    private readonly dataSource: DataSource,
    private readonly classes: ClassesService,
    private readonly audit: AuditService,
  ) {}

  /** By name. */
  async page({ limit, cursor, state, search }: AdminClassesQuery): Promise<AdminClassPage> {
    const from = cursor === undefined ? null : decodeNamedCursor(cursor);
    const rows = await this.dataSource.query<KeyedRow[]>(
      `SELECT c.id, c.name, c.archived_at AS "archivedAt", ${KEY} AS key,
         (SELECT count(*)::int FROM class_member AS m WHERE m.class_id = c.id AND m.role = 'student') AS size
       FROM class AS c
       WHERE (c.archived_at IS NOT NULL) = $1 AND ($2::uuid IS NULL OR (${KEY}, c.id) > ($3::text COLLATE "C", $2::uuid))
         AND ($5::text IS NULL OR starts_with(plain_name(c.name), plain_name($5)))
       ORDER BY ${KEY}, c.id LIMIT $4`,
      [state === 'archived', from?.id ?? null, from?.key ?? null, limit + 1, search ?? null],
    );
    const kept = rows.slice(0, limit);
    const end = rows.length > limit ? kept.at(-1) : undefined;
    const items = kept.map(({ archivedAt, key: _, ...row }) => ({
      ...row,
      archivedAt: archivedAt?.toISOString() ?? null,
    }));
    return { items, next: end ? encodeNamedCursor(end.key, end.id) : null };
  }

  /** Throws `not-found`. */
  async read(id: string): Promise<AdminClassWithMembers> {
    const db = this.dataSource.manager;
    const { archivedAt } = await this.find(db, id);
    const [summary] = (await this.classes.summaries(db, [id])).values();
    if (!summary) throw new Problem('not-found');
    return {
      ...summary,
      archivedAt: archivedAt?.toISOString() ?? null,
      pupils: await this.classes.people(db, id, 'student'),
      teachers: await this.classes.people(db, id, 'teacher'),
    };
  }

  /** Throws `class-name-taken`; returns the id. */
  create(name: string, by: Actor): Promise<string> {
    return this.naming(async (db) => {
      const { id } = await db.save(ClassEntity, db.create(ClassEntity, { name }));
      await this.record(db, 'class.created', id, by);
      return id;
    });
  }

  /** Renames; archives at the year's end, or takes that back. Throws `not-found`, `class-name-taken`. */
  async change(id: string, { name, archived }: ClassPatch, by: Actor): Promise<void> {
    await this.naming(async (db) => {
      const before = await this.find(db, id);
      if (name !== undefined && name !== before.name) {
        await db.update(ClassEntity, id, { name });
        await this.record(db, 'class.renamed', id, by);
      }
      if (archived !== undefined && archived !== (before.archivedAt !== null)) {
        await db.update(ClassEntity, id, { archivedAt: archived ? new Date() : null });
        await this.record(db, archived ? 'class.archived' : 'class.reopened', id, by);
      }
    });
  }

  /** Archives every class of this year; returns how many those were. */
  archiveAll(by: Actor): Promise<number> {
    return this.dataSource.transaction(async (db) => {
      const [archived] = await db.query<[{ id: string }[], number]>(
        'UPDATE class SET archived_at = $1 WHERE archived_at IS NULL RETURNING id',
        [new Date()],
      );
      const entries = archived.map(({ id }) => entryOf('class.archived', id, by));
      if (entries.length > 0) await this.audit.record(db, ...entries);
      return archived.length;
    });
  }

  /**
   * Pupils learn in it, everybody else teaches it. Who is in it already stays. Throws `not-found`, and `class-archived` for a class
   * of a year that is over.
   */
  async add(id: string, personId: string, by: Actor): Promise<void> {
    await this.dataSource.transaction(async (db) => {
      // Held, so that nobody archives it meanwhile.
      const { archivedAt } = await this.find(db, id, { mode: 'pessimistic_read' });
      if (archivedAt) throw new Problem('class-archived');
      // Held, too: a role decides whether the person learns or teaches there.
      const person = await db.findOne(Person, {
        where: { id: personId },
        lock: { mode: 'for_key_share' },
      });
      if (!person || personId === NOBODY.id) throw new Problem('not-found');
      const added = await db.query<unknown[]>(
        `INSERT INTO class_member (class_id, person_id, role) VALUES ($1, $2, $3)
         ON CONFLICT DO NOTHING RETURNING 1`,
        [id, personId, person.role],
      );
      if (added.length > 0) await this.record(db, 'class.member-added', id, by, { personId });
    });
  }

  /** What they have got stays theirs. Who is not in it stays so. Throws `not-found`. */
  async remove(id: string, personId: string, by: Actor): Promise<void> {
    await this.dataSource.transaction(async (db) => {
      await this.find(db, id);
      const [, removed] = await db.query<[unknown, number]>(
        'DELETE FROM class_member WHERE class_id = $1 AND person_id = $2',
        [id, personId],
      );
      if (removed > 0) await this.record(db, 'class.member-removed', id, by, { personId });
    });
  }

  private async find(
    db: EntityManager,
    id: string,
    lock?: { mode: 'pessimistic_read' },
  ): Promise<ClassEntity> {
    const found = await db.findOne(ClassEntity, { where: { id }, lock });
    if (!found) throw new Problem('not-found');
    return found;
  }

  /** The database decides who was first with a name: an index over the classes of this year. */
  private async naming<T>(work: (db: EntityManager) => Promise<T>): Promise<T> {
    try {
      return await this.dataSource.transaction(work);
    } catch (error) {
      throw isTaken(error) ? new Problem('class-name-taken') : error;
    }
  }

  private record(
    db: EntityManager,
    act: AuditAct,
    id: string,
    by: Actor,
    details?: Record<string, unknown>,
  ): Promise<void> {
    return this.audit.record(db, entryOf(act, id, by, details));
  }
}

const entryOf = (
  act: AuditAct,
  id: string,
  by: Actor,
  details: Record<string, unknown> = {},
): AuditEntry => ({ act, by, on: { kind: 'class', id }, details });
