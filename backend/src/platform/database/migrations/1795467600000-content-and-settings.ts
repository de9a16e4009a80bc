import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Reports, hidden collections, settings; finding a person's name in the journal; taking addresses out of the audit. */
export class ContentAndSettings1795467600000 implements MigrationInterface {
  readonly name = 'ContentAndSettings1795467600000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE "collection" ADD "hidden_at" TIMESTAMP(3) WITH TIME ZONE`);
    await db.query(
      `CREATE TABLE "setting" ("key" text NOT NULL, "value" jsonb NOT NULL, "updated_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(), PRIMARY KEY ("key"))`,
    );
    await db.query(
      `CREATE TABLE "content_case" ("collection_id" uuid NOT NULL, "state" text NOT NULL, "reports" integer NOT NULL DEFAULT '0', "reason" text NOT NULL DEFAULT '', "changed_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL, CONSTRAINT "content_case_state_known" CHECK ("state" IN ('open', 'hidden', 'closed')), CONSTRAINT "PK_3be0317b548ba8a4f28f74c46f2" PRIMARY KEY ("collection_id"))`,
    );
    await db.query(
      `CREATE INDEX "content_case_queue" ON "content_case" ("state", "changed_at", "collection_id")`,
    );
    await db.query(
      `CREATE TABLE "report" ("id" uuid NOT NULL DEFAULT gen_random_uuid(), "collection_id" uuid NOT NULL, "reporter_id" uuid, "reason" text NOT NULL, "comment" text NOT NULL DEFAULT '', "at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(), "closed_at" TIMESTAMP(3) WITH TIME ZONE, CONSTRAINT "PK_99e4d0bea58cba73c57f935a546" PRIMARY KEY ("id"))`,
    );
    await db.query(`CREATE INDEX "report_of_person" ON "report" ("reporter_id")`);
    await db.query(
      `CREATE UNIQUE INDEX "report_open_once" ON "report" ("collection_id", "reporter_id") WHERE "closed_at" IS NULL`,
    );
    await db.query(`CREATE INDEX "report_of_collection" ON "report" ("collection_id", "at")`);
    await db.query(
      `CREATE TABLE "parked_entry" ("person_id" uuid NOT NULL, "collection_id" uuid NOT NULL, "message" text NOT NULL DEFAULT '', "added_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL, CONSTRAINT "PK_b87307f2a5703696d395194488f" PRIMARY KEY ("person_id", "collection_id"))`,
    );
    await db.query(`CREATE INDEX "parked_entry_collection" ON "parked_entry" ("collection_id")`);
    await db.query(`CREATE INDEX "audit_of_act" ON "audit_entry" ("act", "at", "id")`);
    await db.query(
      `ALTER TABLE "content_case" ADD CONSTRAINT "FK_3be0317b548ba8a4f28f74c46f2" FOREIGN KEY ("collection_id") REFERENCES "collection"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE "report" ADD CONSTRAINT "FK_6e19dd3679753e8fb505c68beaf" FOREIGN KEY ("collection_id") REFERENCES "collection"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE "report" ADD CONSTRAINT "FK_d41df66b60944992386ed47cf2e" FOREIGN KEY ("reporter_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE "parked_entry" ADD CONSTRAINT "FK_5447c42fba7f6f698332a3b1dc1" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE "parked_entry" ADD CONSTRAINT "FK_1c80e886e9aa3e21e1a0f15d679" FOREIGN KEY ("collection_id") REFERENCES "collection"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await this.indexNames(db);
    await this.letAddressesGo(db, true);
  }

  /** Where the journal names the owner of a collection: for erasing a person without reading all of it. */
  private async indexNames(db: QueryRunner): Promise<void> {
    await db.query(
      `CREATE INDEX "event_body_owner" ON "event_body" (("body" #>> '{collection,owner,id}'))`,
    );
    await db.query(
      `CREATE INDEX "user_event_remover" ON "user_event" (COALESCE("payload" ->> 'ownerId', "payload" ->> 'by')) WHERE "name" = 'collectionRemoved'`,
    );
  }

  /** Erasing a person may empty the column `address` of entries that name them, and nothing else. */
  private async letAddressesGo(db: QueryRunner, may: boolean): Promise<void> {
    const erasure = `
        IF TG_OP = 'UPDATE' AND current_setting('cartable.audit', true) = 'erasure'
          AND NEW.address IS NULL AND to_jsonb(NEW) - 'address' = to_jsonb(OLD) - 'address' THEN
          RETURN NEW;
        END IF;`;
    await db.query(`
      CREATE OR REPLACE FUNCTION "audit_only_grows"() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP <> 'UPDATE' AND current_setting('cartable.audit', true) = 'retention' THEN
          RETURN OLD;
        END IF;${may ? erasure : ''}
        RAISE EXCEPTION 'the audit only grows' USING ERRCODE = 'insufficient_privilege';
      END $$`);
  }

  async down(db: QueryRunner): Promise<void> {
    await this.letAddressesGo(db, false);
    await db.query(`DROP INDEX "user_event_remover"`);
    await db.query(`DROP INDEX "event_body_owner"`);
    await db.query(`DROP TABLE "parked_entry"`);
    await db.query(`DROP TABLE "report"`);
    await db.query(`DROP TABLE "content_case"`);
    await db.query(`DROP TABLE "setting"`);
    await db.query(`DROP INDEX "audit_of_act"`);
    await db.query(`ALTER TABLE "collection" DROP COLUMN "hidden_at"`);
  }
}
