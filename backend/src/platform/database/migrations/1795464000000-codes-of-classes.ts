import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Share codes limited to a class, codes that run hot, withdrawals that can be undone, and finding codes by words. */
export class CodesOfClasses1795464000000 implements MigrationInterface {
  readonly name = 'CodesOfClasses1795464000000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE "share_code" ADD "class_id" uuid`);
    await db.query(`ALTER TABLE "share_code" ADD "outside_uses" integer NOT NULL DEFAULT '0'`);
    await db.query(`ALTER TABLE "share_code" ADD "heat" text`);
    await db.query(`ALTER TABLE "share_code" ADD "hot_since" TIMESTAMP(3) WITH TIME ZONE`);
    await db.query(
      `ALTER TABLE "share_code" ADD CONSTRAINT "share_code_heat_known" CHECK ("heat" IN ('many', 'outside'))`,
    );
    await db.query(
      `ALTER TABLE "share_code" ADD CONSTRAINT "share_code_for_class" FOREIGN KEY ("class_id") REFERENCES "class"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await db.query(`CREATE INDEX "share_code_of_class" ON "share_code" ("class_id")`);
    await db.query(`CREATE INDEX "share_code_newest_first" ON "share_code" ("created_at", "code")`);
    await db.query(
      `CREATE INDEX "share_code_hot" ON "share_code" ("created_at", "code") WHERE "heat" IS NOT NULL AND "revoked_at" IS NULL`,
    );
    await db.query(
      `CREATE TABLE "withdrawal" ("id" uuid NOT NULL DEFAULT gen_random_uuid(), "code" text NOT NULL, "collection_id" uuid NOT NULL, "actor_id" uuid, "reason" text NOT NULL, "people" integer NOT NULL, "at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(), "undone_at" TIMESTAMP(3) WITH TIME ZONE, CONSTRAINT "withdrawal_id" PRIMARY KEY ("id"))`,
    );
    await db.query(
      `ALTER TABLE "withdrawal" ADD CONSTRAINT "withdrawal_takes" FOREIGN KEY ("collection_id") REFERENCES "collection"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await db.query(`CREATE INDEX "withdrawal_of_collection" ON "withdrawal" ("collection_id")`);
    await db.query(`CREATE INDEX "withdrawal_newest_first" ON "withdrawal" ("at", "id")`);
    await db.query(
      `CREATE TABLE "withdrawn_entry" ("withdrawal_id" uuid NOT NULL, "person_id" uuid NOT NULL, "message" text NOT NULL, "added_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL, CONSTRAINT "withdrawn_entry_id" PRIMARY KEY ("withdrawal_id", "person_id"))`,
    );
    await db.query(`CREATE INDEX "withdrawn_entry_person" ON "withdrawn_entry" ("person_id")`);
    await db.query(
      `ALTER TABLE "withdrawn_entry" ADD CONSTRAINT "withdrawn_entry_belongs" FOREIGN KEY ("withdrawal_id") REFERENCES "withdrawal"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE "withdrawn_entry" ADD CONSTRAINT "withdrawn_entry_from" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    // Words without accents, whatever the database's locale makes of them. Extensions would do it better, but need more rights
    // than the owner of a database has.
    await db.query(`
      CREATE OR REPLACE FUNCTION "plain_words"("said" text) RETURNS tsvector LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
        SELECT to_tsvector('simple'::regconfig, translate(lower(translate(
            replace(replace(replace(replace("said", 'œ', 'oe'), 'æ', 'ae'), 'Œ', 'oe'), 'Æ', 'ae'),
            'ÀÂÄÁÃÅÇÉÈÊËÍÌÎÏÑÓÒÔÖÕÚÙÛÜŸÝ', 'aaaaaaceeeeiiiinooooouuuuyy')),
          'àâäáãåçéèêëíìîïñóòôöõúùûüÿý’''-', 'aaaaaaceeeeiiiinooooouuuuyy   '))
      $$`);
    await db.query(
      `CREATE INDEX "collection_title_words" ON "collection" USING gin (plain_words("title"))`,
    );
    await db.query(
      `CREATE INDEX "person_staff_words" ON "person" USING gin (plain_words("display_name")) WHERE "role" <> 'student'`,
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP INDEX "person_staff_words"`);
    await db.query(`DROP INDEX "collection_title_words"`);
    await db.query(`DROP FUNCTION "plain_words"(text)`);
    await db.query(`DROP TABLE "withdrawn_entry"`);
    await db.query(`DROP TABLE "withdrawal"`);
    await db.query(`DROP INDEX "share_code_hot"`);
    await db.query(`DROP INDEX "share_code_newest_first"`);
    await db.query(`ALTER TABLE "share_code" DROP CONSTRAINT "share_code_for_class"`);
    await db.query(`ALTER TABLE "share_code" DROP CONSTRAINT "share_code_heat_known"`);
    await db.query(`ALTER TABLE "share_code" DROP COLUMN "hot_since"`);
    await db.query(`ALTER TABLE "share_code" DROP COLUMN "heat"`);
    await db.query(`ALTER TABLE "share_code" DROP COLUMN "outside_uses"`);
    await db.query(`ALTER TABLE "share_code" DROP COLUMN "class_id"`);
  }
}
