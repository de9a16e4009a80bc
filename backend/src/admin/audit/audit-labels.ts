import { AuditEntry, formatShareCode } from '@cartable/contract';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { AuditRow } from './audit-row';

const sources = {
  person: 'SELECT id, display_name AS label FROM person WHERE id = ANY($1::uuid[])',
  class: 'SELECT id, name AS label FROM class WHERE id = ANY($1::uuid[])',
  collection: 'SELECT id, title AS label FROM collection WHERE id = ANY($1::uuid[])',
} as const;

const mentioned = { personId: 'person', classId: 'class' } as const;

type Named = keyof typeof sources;
type Mention = AuditEntry['mentions'][number];
const isNamed = (kind: string | null): kind is Named => kind !== null && kind in sources;

/** Whom and what the details name by an id. */
export const mentionsOf = ({ details }: AuditRow): Pick<Mention, 'kind' | 'id'>[] =>
  Object.entries(mentioned).flatMap(([key, kind]) => {
    const id = details[key];
    return typeof id === 'string' ? [{ kind, id }] : [];
  });

/** Names for the ids that the audit holds: those of today, so that an erased person has none. */
@Injectable()
export class AuditLabels {
  constructor(private readonly dataSource: DataSource) {}

  /** One question a kind, whatever the number of rows. Returns what an id of a kind is called. */
  async of(rows: readonly AuditRow[]): Promise<(kind: string, id: string) => string | null> {
    const wanted = new Map<Named, Set<string>>();
    const want = (kind: string | null, id: string | null) => {
      if (isNamed(kind) && id !== null) wanted.set(kind, (wanted.get(kind) ?? new Set()).add(id));
    };
    for (const row of rows) {
      want('person', row.actor_id);
      want(row.subject_kind, row.subject_id);
      for (const { kind, id } of mentionsOf(row)) want(kind, id);
    }
    const found = new Map<string, string>();
    for (const [kind, ids] of wanted) {
      const named = await this.dataSource.query<{ id: string; label: string }[]>(sources[kind], [
        [...ids],
      ]);
      for (const { id, label } of named) found.set(`${kind}:${id}`, label);
    }
    return (kind, id) =>
      kind === 'share-code' ? formatShareCode(id) : (found.get(`${kind}:${id}`) ?? null);
  }
}
