import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { NOBODY } from '../../accounts/account-erasure.service';
import { Actor, AuditService } from '../../platform/audit/audit.service';
import { Problem } from '../../platform/problems/problem';
import { sections } from './export-sections';

/** Rows that are read at once: of collections, which come with their cards, only one. */
const ROWS = 200;
const rowsAtOnce = (section: string) => (section === 'collections' ? 1 : ROWS);

/** All that is known of a person, as JSON: GDPR, articles 15 and 20. */
@Injectable()
export class ExportService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly audit: AuditService,
  ) {}

  /** The text, piece by piece: however much it is, little of it is in memory. Throws `not-found`. */
  async export(personId: string, by: Actor): Promise<AsyncIterable<string>> {
    const [person] = await this.dataSource.query<{ json: string }[]>(
      // Whatever columns an account has or gets; of the password only that there is one.
      `SELECT (to_jsonb(p) - 'password_hash')::text AS json FROM person AS p WHERE id = $1 AND id <> $2`,
      [personId, NOBODY.id],
    );
    if (!person) throw new Problem('not-found');
    await this.audit.record(this.dataSource.manager, {
      act: 'person.exported',
      by,
      on: { kind: 'person', id: personId },
    });
    return this.pieces(personId, person.json);
  }

  private async *pieces(personId: string, account: string): AsyncGenerator<string> {
    yield `{"exportedAt":${JSON.stringify(new Date())},\n"account":${account}`;
    for (const [name, query] of Object.entries(sections)) {
      yield `,\n${JSON.stringify(name)}:[`;
      let count = 0;
      for await (const row of this.rows(query, personId, rowsAtOnce(name)))
        yield `${count++ > 0 ? ',' : ''}\n${row}`;
      yield ']';
    }
    yield '}\n';
  }

  /** A query yields `json` and `key`, in the order of `key`, which is text, after the key `$2`, `$3` at most. */
  private async *rows(query: string, personId: string, most: number): AsyncGenerator<string> {
    for (let after = ''; ;) {
      const rows = await this.dataSource.query<{ json: string; key: string }[]>(query, [
        personId,
        after,
        most,
      ]);
      for (const { json } of rows) yield json;
      if (rows.length < most) return;
      after = rows.at(-1)?.key ?? '';
    }
  }
}
