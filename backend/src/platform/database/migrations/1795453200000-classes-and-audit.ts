import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Classes and their members; the audit, to which rows are only ever added. */
export class ClassesAndAudit1795453200000 implements MigrationInterface {
  readonly name = 'ClassesAndAudit1795453200000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(
      `CREATE TABLE "class" ("id" uuid NOT NULL DEFAULT gen_random_uuid(), "name" text NOT NULL, "archived_at" TIMESTAMP(3) WITH TIME ZONE, "created_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(), CONSTRAINT "PK_0b9024d21bdfba8b1bd1c300eae" PRIMARY KEY ("id"))`,
    );
    await db.query(
      `CREATE TABLE "class_member" ("class_id" uuid NOT NULL, "person_id" uuid NOT NULL, "role" text NOT NULL, CONSTRAINT "class_member_role_known" CHECK ("role" IN ('student', 'teacher')), CONSTRAINT "PK_f4a9a1a2287356a6c6a67994427" PRIMARY KEY ("class_id", "person_id"))`,
    );
    await db.query(`CREATE INDEX "class_member_person" ON "class_member" ("person_id")`);
    await db.query(
      `ALTER TABLE "class_member" ADD CONSTRAINT "FK_f3355de60b8456e6361e9fc1dd7" FOREIGN KEY ("class_id") REFERENCES "class"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE "class_member" ADD CONSTRAINT "FK_2e82ebf32947632d72972dc7e47" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await db.query(
      `CREATE TABLE "audit_entry" ("id" uuid NOT NULL DEFAULT gen_random_uuid(), "at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(), "actor_id" uuid, "act" text NOT NULL, "subject_kind" text, "subject_id" text, "details" jsonb NOT NULL DEFAULT '{}', "address" inet, CONSTRAINT "PK_58a130a4b9da189f46ba2a01801" PRIMARY KEY ("id"))`,
    );
    await db.query(`CREATE INDEX "audit_newest_first" ON "audit_entry" ("at", "id")`);
    await db.query(`CREATE INDEX "audit_of_subject" ON "audit_entry" ("subject_id", "at")`);
    await db.query(`CREATE INDEX "audit_of_actor" ON "audit_entry" ("actor_id", "at")`);
    // Retention says who it is; whoever else has this account's password is at least not tempted.
    await db.query(`
      CREATE OR REPLACE FUNCTION "audit_only_grows"() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP <> 'UPDATE' AND current_setting('cartable.audit', true) = 'retention' THEN
          RETURN OLD;
        END IF;
        RAISE EXCEPTION 'the audit only grows' USING ERRCODE = 'insufficient_privilege';
      END $$`);
    await db.query(
      `CREATE TRIGGER "audit_only_grows" BEFORE UPDATE OR DELETE ON "audit_entry" FOR EACH ROW EXECUTE FUNCTION "audit_only_grows"()`,
    );
    await db.query(
      `CREATE TRIGGER "audit_is_not_emptied" BEFORE TRUNCATE ON "audit_entry" FOR EACH STATEMENT EXECUTE FUNCTION "audit_only_grows"()`,
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE "audit_entry"`);
    await db.query(`DROP FUNCTION "audit_only_grows"()`);
    await db.query(`DROP TABLE "class_member"`);
    await db.query(`DROP TABLE "class"`);
  }
}
