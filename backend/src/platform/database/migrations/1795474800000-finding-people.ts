import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Finding one of 50,000 people by the beginnings of words, and reading all of them by name. */
export class FindingPeople1795474800000 implements MigrationInterface {
  readonly name = 'FindingPeople1795474800000';

  async up(db: QueryRunner): Promise<void> {
    // As `plain_words` reads letters; in the order of bytes, so that a page goes on where the one before ended on every machine.
    await db.query(`
      CREATE OR REPLACE FUNCTION "plain_name"("said" text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
        SELECT translate(lower(translate(
            replace(replace(replace(replace("said", 'œ', 'oe'), 'æ', 'ae'), 'Œ', 'oe'), 'Æ', 'ae'),
            'ÀÂÄÁÃÅÇÉÈÊËÍÌÎÏÑÓÒÔÖÕÚÙÛÜŸÝ', 'aaaaaaceeeeiiiinooooouuuuyy')),
          'àâäáãåçéèêëíìîïñóòôöõúùûüÿý', 'aaaaaaceeeeiiiinooooouuuuyy') COLLATE "C"
      $$`);
    await db.query(
      `CREATE INDEX "person_by_name" ON "person" ((plain_name("display_name") COLLATE "C"), "id")`,
    );
    // Few are administrators, and few are disabled: nobody reads 50,000 names to find them.
    await db.query(
      `CREATE INDEX "person_of_role" ON "person" ("role", (plain_name("display_name") COLLATE "C"), "id")`,
    );
    await db.query(
      `CREATE INDEX "person_disabled" ON "person" ((plain_name("display_name") COLLATE "C"), "id") WHERE "disabled_at" IS NOT NULL`,
    );
    await db.query(`CREATE INDEX "person_newest_first" ON "person" ("created_at", "id")`);
    await db.query(
      `CREATE INDEX "person_words" ON "person" USING gin (plain_words("display_name"))`,
    );
    await db.query(`CREATE INDEX "person_email_begins" ON "person" ("email" text_pattern_ops)`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP INDEX "person_email_begins"`);
    await db.query(`DROP INDEX "person_words"`);
    await db.query(`DROP INDEX "person_newest_first"`);
    await db.query(`DROP INDEX "person_disabled"`);
    await db.query(`DROP INDEX "person_of_role"`);
    await db.query(`DROP INDEX "person_by_name"`);
    await db.query(`DROP FUNCTION "plain_name"(text)`);
  }
}
