import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { readShareCode } from '@cartable/contract';
import type { AuditEntry, AuditFilter, AuditPage, AuditQuery } from '@cartable/contract';
import { decodeCursor, Keyset, toPage, UUID } from '../../platform/paging/keyset';
import { AuditLabels, mentionsOf } from './audit-labels';
import type { AuditRow } from './audit-row';

const ROWS_PER_READ = 500;
const NOBODY = '00000000-0000-0000-0000-000000000000';
const keyOf = ({ at, id }: AuditRow): Keyset => ({ at, id });

/** A person is what an entry is about, or is named by it: whom a class has taken in. */
const isOn = (subject: string) =>
  `(subject_id = ${subject} OR (details ? 'personId' AND details ->> 'personId' = ${subject}))`;

/** What is no person is asked for by its id, or a share code as it was read. */
function idOfThing(asked: string): string {
  const reading = readShareCode(asked);
  return reading.state === 'complete' ? reading.code : asked;
}

/** Reads the audit, newest first. */
@Injectable()
export class AuditLogService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly labels: AuditLabels,
  ) {}

  async page({ limit, cursor, ...filter }: AuditQuery): Promise<AuditPage> {
    const from = cursor ? decodeCursor(cursor, UUID) : null;
    const rows = await this.rows(await this.withIds(filter), from, limit + 1);
    const entryOf = await this.entries(rows);
    return toPage(rows, limit, keyOf, entryOf);
  }

  /** All of it, in parts. */
  async *all(filter: AuditFilter): AsyncGenerator<AuditEntry[]> {
    const ids = await this.withIds(filter);
    for (let from: Keyset | null = null; ;) {
      const rows: AuditRow[] = await this.rows(ids, from, ROWS_PER_READ);
      const last = rows.at(-1);
      if (!last) return;
      const entryOf = await this.entries(rows);
      yield rows.map(entryOf);
      from = keyOf(last);
    }
  }

  /** Only the conditions that are asked for, so that each finds its index. */
  private rows(filter: AuditFilter, from: Keyset | null, limit: number): Promise<AuditRow[]> {
    const values: unknown[] = [];
    const given = (value: unknown) => `$${values.push(value)}`;
    const conditions = [
      filter.actor !== undefined && `actor_id = ${given(filter.actor)}`,
      filter.act !== undefined && `act = ${given(filter.act)}`,
      filter.subject !== undefined && isOn(given(filter.subject)),
      filter.from !== undefined && `at >= ${given(filter.from)}`,
      filter.to !== undefined && `at < ${given(filter.to)}`,
      from !== null && `(at, id) < (${given(from.at)}, ${given(from.id)}::uuid)`,
    ].filter((condition) => condition !== false);
    const where = conditions.length > 0 ? `WHERE ${conditions.join(' AND ')}` : '';
    return this.dataSource.query<AuditRow[]>(
      `SELECT id, at, actor_id, act, subject_kind, subject_id, details, host(address) AS address
       FROM audit_entry ${where} ORDER BY at DESC, id DESC LIMIT ${given(limit)}`,
      values,
    );
  }

  private async withIds({ actor, subject, ...rest }: AuditFilter): Promise<AuditFilter> {
    return {
      ...rest,
      ...(actor !== undefined && { actor: (await this.personOf(actor)) ?? NOBODY }),
      ...(subject !== undefined && {
        subject: (await this.personOf(subject)) ?? idOfThing(subject),
      }),
    };
  }

  /** People are asked for by their e-mail address or login name, too. */
  private async personOf(asked: string): Promise<string | null> {
    const name = asked.toLowerCase();
    if (UUID.test(name)) return name;
    const [person] = await this.dataSource.query<{ id: string }[]>(
      'SELECT id FROM person WHERE email = $1 OR login = $1',
      [name],
    );
    return person?.id ?? null;
  }

  private async entries(rows: readonly AuditRow[]): Promise<(row: AuditRow) => AuditEntry> {
    const labelOf = await this.labels.of(rows);
    return (row) => ({
      id: row.id,
      at: row.at.toISOString(),
      act: row.act,
      actor:
        row.actor_id === null ? null : { id: row.actor_id, label: labelOf('person', row.actor_id) },
      subject:
        row.subject_kind === null || row.subject_id === null
          ? null
          : {
              kind: row.subject_kind,
              id: row.subject_id,
              label: labelOf(row.subject_kind, row.subject_id),
            },
      details: row.details,
      mentions: mentionsOf(row).map((one) => ({ ...one, label: labelOf(one.kind, one.id) })),
      address: row.address,
    });
  }
}
