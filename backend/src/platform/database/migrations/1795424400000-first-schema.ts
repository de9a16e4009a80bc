import type { MigrationInterface, QueryRunner } from 'typeorm';

/** People and sessions, collections and cards, share codes, the journal. */
export class FirstSchema1795424400000 implements MigrationInterface {
  readonly name = 'FirstSchema1795424400000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(
      `CREATE TABLE "person" ("id" uuid NOT NULL DEFAULT gen_random_uuid(), "email" text NOT NULL, "display_name" text NOT NULL, "role" text NOT NULL, "locale" text NOT NULL DEFAULT 'fr', "password_hash" text NOT NULL, "disabled_at" TIMESTAMP(3) WITH TIME ZONE, "created_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(), CONSTRAINT "UQ_d2d717efd90709ebd3cb26b936c" UNIQUE ("email"), CONSTRAINT "person_locale_known" CHECK ("locale" IN ('fr', 'en')), CONSTRAINT "person_role_known" CHECK ("role" IN ('student', 'teacher', 'admin')), CONSTRAINT "person_email_lower_case" CHECK ("email" = lower("email")), CONSTRAINT "PK_5fdaf670315c4b7e70cce85daa3" PRIMARY KEY ("id"))`,
    );
    await db.query(
      `CREATE TABLE "session" ("id" uuid NOT NULL DEFAULT gen_random_uuid(), "person_id" uuid NOT NULL, "rotation" integer NOT NULL DEFAULT '0', "rotated_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(), "expires_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL, "ended_at" TIMESTAMP(3) WITH TIME ZONE, "created_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(), CONSTRAINT "PK_f55da76ac1c3ac420f444d2ff11" PRIMARY KEY ("id"))`,
    );
    await db.query(`CREATE INDEX "session_person" ON "session" ("person_id")`);
    await db.query(
      `CREATE TABLE "collection" ("id" uuid NOT NULL DEFAULT gen_random_uuid(), "owner_id" uuid NOT NULL, "title" text NOT NULL, "description" text NOT NULL DEFAULT '', "rev" integer NOT NULL DEFAULT '1', "card_count" integer NOT NULL DEFAULT '0', "bytes" integer NOT NULL DEFAULT '0', "frozen_at" TIMESTAMP(3) WITH TIME ZONE, "created_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(), "updated_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(), CONSTRAINT "collection_rev_positive" CHECK ("rev" > 0), CONSTRAINT "PK_ad3f485bbc99d875491f44d7c85" PRIMARY KEY ("id"))`,
    );
    await db.query(`CREATE INDEX "collection_owner" ON "collection" ("owner_id")`);
    await db.query(
      `CREATE TABLE "card" ("id" uuid NOT NULL DEFAULT gen_random_uuid(), "collection_id" uuid NOT NULL, "front" text NOT NULL, "back" text NOT NULL, "position" integer NOT NULL, "rev" integer NOT NULL, CONSTRAINT "PK_9451069b6f1199730791a7f4ae4" PRIMARY KEY ("id"))`,
    );
    await db.query(`CREATE INDEX "card_in_order" ON "card" ("collection_id", "position")`);
    await db.query(
      `CREATE TABLE "library_entry" ("person_id" uuid NOT NULL, "collection_id" uuid NOT NULL, "role" text NOT NULL, "message" text NOT NULL DEFAULT '', "added_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL, CONSTRAINT "library_entry_role_known" CHECK ("role" IN ('owner', 'follower')), CONSTRAINT "PK_ee42e5fb3ab0c7aa4befbc4c55a" PRIMARY KEY ("person_id", "collection_id"))`,
    );
    await db.query(`CREATE INDEX "library_entry_collection" ON "library_entry" ("collection_id")`);
    await db.query(
      `CREATE INDEX "library_entry_newest_first" ON "library_entry" ("person_id", "added_at", "collection_id")`,
    );
    await db.query(
      `CREATE TABLE "share_code" ("code" text NOT NULL, "collection_id" uuid, "message" text NOT NULL DEFAULT '', "expires_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL, "max_uses" integer, "uses" integer NOT NULL DEFAULT '0', "revoked_at" TIMESTAMP(3) WITH TIME ZONE, "created_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(), CONSTRAINT "share_code_within_cap" CHECK ("max_uses" IS NULL OR "uses" <= "max_uses"), CONSTRAINT "PK_305eb414740c952313a3cfc5193" PRIMARY KEY ("code"))`,
    );
    await db.query(
      `CREATE INDEX "share_code_of_collection" ON "share_code" ("collection_id", "created_at", "code")`,
    );
    await db.query(
      `CREATE TABLE "share_code_use" ("code" text NOT NULL, "person_id" uuid NOT NULL, "used_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL, CONSTRAINT "PK_217034fb866c9f4e084724422e4" PRIMARY KEY ("code", "person_id"))`,
    );
    await db.query(`CREATE INDEX "share_code_use_person" ON "share_code_use" ("person_id")`);
    await db.query(
      `CREATE INDEX "share_code_use_newest_first" ON "share_code_use" ("code", "used_at", "person_id")`,
    );
    await db.query(
      `CREATE TABLE "attempts" ("subject" text NOT NULL, "at" TIMESTAMP WITH TIME ZONE array NOT NULL DEFAULT '{}', CONSTRAINT "PK_eef50c0a2572b9b3cfc02fdeaba" PRIMARY KEY ("subject"))`,
    );
    await db.query(
      `CREATE TABLE "journal_meta" ("one" boolean NOT NULL DEFAULT true, "epoch" uuid NOT NULL DEFAULT gen_random_uuid(), CONSTRAINT "journal_meta_one_row" CHECK ("one"), CONSTRAINT "PK_3f12ec9cd1b4067470c4c316692" PRIMARY KEY ("one"))`,
    );
    await db.query(
      `CREATE TABLE "user_stream" ("user_id" uuid NOT NULL, "last_seq" integer NOT NULL DEFAULT '0', "trimmed_seq" integer NOT NULL DEFAULT '0', "seen_seq" integer NOT NULL DEFAULT '0', CONSTRAINT "PK_48d50779bab8b0e4f1995397adc" PRIMARY KEY ("user_id"))`,
    );
    await db.query(
      `CREATE TABLE "user_event" ("user_id" uuid NOT NULL, "seq" integer NOT NULL, "name" text NOT NULL, "payload" jsonb NOT NULL, "body_key" text, "notice" jsonb, "at" TIMESTAMP(3) WITH TIME ZONE NOT NULL, CONSTRAINT "PK_374a1dd7c28c60f3353cb23c35f" PRIMARY KEY ("user_id", "seq"))`,
    );
    await db.query(
      `CREATE INDEX "user_event_notices" ON "user_event" ("user_id", "seq") WHERE "notice" IS NOT NULL`,
    );
    await db.query(
      `CREATE TABLE "event_body" ("key" text NOT NULL, "body" jsonb NOT NULL, CONSTRAINT "PK_651c3b61479bf9a5aa3f0cb1906" PRIMARY KEY ("key"))`,
    );
    await db.query(
      `ALTER TABLE "session" ADD CONSTRAINT "FK_5c6e00902a1344d01a8d90f33cf" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE "collection" ADD CONSTRAINT "FK_01d689ecc7eba32eaf962ad9d96" FOREIGN KEY ("owner_id") REFERENCES "person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE "card" ADD CONSTRAINT "FK_e99f3f39f84fd0ee8fda3c8285f" FOREIGN KEY ("collection_id") REFERENCES "collection"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE "library_entry" ADD CONSTRAINT "FK_83c8c30a8a94cf0248aaa5678c7" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE "library_entry" ADD CONSTRAINT "FK_2a34f271864c1b351320365e10b" FOREIGN KEY ("collection_id") REFERENCES "collection"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE "share_code" ADD CONSTRAINT "FK_4e1c3d68abca2ae27bebc660a4f" FOREIGN KEY ("collection_id") REFERENCES "collection"("id") ON DELETE SET NULL ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE "share_code_use" ADD CONSTRAINT "FK_6799f1e8bddf97c4757b0724f8e" FOREIGN KEY ("code") REFERENCES "share_code"("code") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE "share_code_use" ADD CONSTRAINT "FK_50717aa9e1fef4933ee2e8b3cd7" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await db.query(`INSERT INTO "journal_meta" DEFAULT VALUES`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE "share_code_use" DROP CONSTRAINT "FK_50717aa9e1fef4933ee2e8b3cd7"`);
    await db.query(`ALTER TABLE "share_code_use" DROP CONSTRAINT "FK_6799f1e8bddf97c4757b0724f8e"`);
    await db.query(`ALTER TABLE "share_code" DROP CONSTRAINT "FK_4e1c3d68abca2ae27bebc660a4f"`);
    await db.query(`ALTER TABLE "library_entry" DROP CONSTRAINT "FK_2a34f271864c1b351320365e10b"`);
    await db.query(`ALTER TABLE "library_entry" DROP CONSTRAINT "FK_83c8c30a8a94cf0248aaa5678c7"`);
    await db.query(`ALTER TABLE "card" DROP CONSTRAINT "FK_e99f3f39f84fd0ee8fda3c8285f"`);
    await db.query(`ALTER TABLE "collection" DROP CONSTRAINT "FK_01d689ecc7eba32eaf962ad9d96"`);
    await db.query(`ALTER TABLE "session" DROP CONSTRAINT "FK_5c6e00902a1344d01a8d90f33cf"`);
    await db.query(`DROP TABLE "event_body"`);
    await db.query(`DROP INDEX "user_event_notices"`);
    await db.query(`DROP TABLE "user_event"`);
    await db.query(`DROP TABLE "user_stream"`);
    await db.query(`DROP TABLE "journal_meta"`);
    await db.query(`DROP TABLE "attempts"`);
    await db.query(`DROP INDEX "share_code_use_newest_first"`);
    await db.query(`DROP INDEX "share_code_use_person"`);
    await db.query(`DROP TABLE "share_code_use"`);
    await db.query(`DROP INDEX "share_code_of_collection"`);
    await db.query(`DROP TABLE "share_code"`);
    await db.query(`DROP INDEX "library_entry_newest_first"`);
    await db.query(`DROP INDEX "library_entry_collection"`);
    await db.query(`DROP TABLE "library_entry"`);
    await db.query(`DROP INDEX "card_in_order"`);
    await db.query(`DROP TABLE "card"`);
    await db.query(`DROP INDEX "collection_owner"`);
    await db.query(`DROP TABLE "collection"`);
    await db.query(`DROP INDEX "session_person"`);
    await db.query(`DROP TABLE "session"`);
    await db.query(`DROP TABLE "person"`);
  }
}
