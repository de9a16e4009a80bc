import type { MigrationInterface, QueryRunner } from 'typeorm';
import { plain } from './1795500000000-letters-of-all';

const SPACE = '\\s\\u00a0\\u202f';

/**
 * The family name first, or else the last word. A tab parts it from the rest: it comes before every sign of a name, so that all of
 * MARTIN stand before MARTIN PETIT. In "C" a space is the same on every machine.
 */
const FAMILY_FIRST = `translate(CASE WHEN "family_name" IS NULL
    THEN regexp_replace("display_name" COLLATE "C", '^(.*[^${SPACE}])[${SPACE}]+([^${SPACE}]+)$', '\\2' || chr(9) || '\\1')
    ELSE "family_name" || chr(9) || "display_name" END, '’', '''')`;

const SORT_NAME = 'sort_name("display_name", "family_name") COLLATE "C"';
const PLAIN_NAME = 'plain_name("display_name") COLLATE "C"';

/**
 * People are listed by family name: `sort_name` decides, and nothing else. An expression with indexes, as `plain_name` is, and no stored
 * column: the table need not be written anew, and what is exported of a person holds nothing that is only worked out.
 */
export class FamilyNames1795510800000 implements MigrationInterface {
  readonly name = 'FamilyNames1795510800000';

  async up(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE "person" ADD "family_name" text');
    // A restore drops tables and leaves functions.
    await db.query(`
      CREATE OR REPLACE FUNCTION "sort_name"("display_name" text, "family_name" text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
        SELECT ${plain(FAMILY_FIRST)} COLLATE "C"
      $$`);
    // `person_by_name` stays: an import finds people by their whole names.
    await db.query(`CREATE INDEX "person_in_order" ON "person" ((${SORT_NAME}), "id")`);
    await this.sort(db, SORT_NAME);
  }

  async down(db: QueryRunner): Promise<void> {
    await this.sort(db, PLAIN_NAME);
    await db.query('DROP INDEX "person_in_order"');
    await db.query('DROP FUNCTION "sort_name"(text, text)');
    await db.query('ALTER TABLE "person" DROP COLUMN "family_name"');
  }

  /** The lists of some of the people. */
  private async sort(db: QueryRunner, by: string): Promise<void> {
    for (const index of ['person_of_role', 'person_disabled', 'person_unused']) {
      await db.query(`DROP INDEX "${index}"`);
    }
    await db.query(`CREATE INDEX "person_of_role" ON "person" ("role", (${by}), "id")`);
    await db.query(
      `CREATE INDEX "person_disabled" ON "person" ((${by}), "id") WHERE "disabled_at" IS NOT NULL`,
    );
    await db.query(
      `CREATE INDEX "person_unused" ON "person" ((${by}), "id") WHERE "first_password_until" IS NOT NULL`,
    );
  }
}
