import type { MigrationInterface, QueryRunner } from 'typeorm';

/** People without an e-mail address sign in with a login name; passwords that were given are replaced at the first sign-in. */
export class LoginNames1795482000000 implements MigrationInterface {
  readonly name = 'LoginNames1795482000000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE "person" ADD "login" text`);
    await db.query(`ALTER TABLE "person" ADD CONSTRAINT "person_login_once" UNIQUE ("login")`);
    await db.query(`ALTER TABLE "person" ADD "password_due" boolean NOT NULL DEFAULT false`);
    await db.query(`ALTER TABLE "person" ALTER COLUMN "email" DROP NOT NULL`);
    await db.query(
      `ALTER TABLE "person" ADD CONSTRAINT "person_login_form" CHECK ("login" ~ '^[a-z0-9]+([._-][a-z0-9]+)*$')`,
    );
    await db.query(
      `ALTER TABLE "person" ADD CONSTRAINT "person_has_a_name_to_sign_in" CHECK (num_nonnulls("email", "login") > 0)`,
    );
    await db.query(
      `CREATE INDEX "person_unused" ON "person" ((plain_name("display_name") COLLATE "C"), "id") WHERE "password_due"`,
    );
    await db.query(`CREATE INDEX "person_login_begins" ON "person" ("login" text_pattern_ops)`);
  }

  /** Whoever has no e-mail address can't sign in to the version before: they get one that leads nowhere. */
  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP INDEX "person_login_begins"`);
    await db.query(`DROP INDEX "person_unused"`);
    await db.query(
      `UPDATE "person" SET "email" = "login" || '@login.invalid' WHERE "email" IS NULL`,
    );
    await db.query(`ALTER TABLE "person" DROP CONSTRAINT "person_has_a_name_to_sign_in"`);
    await db.query(`ALTER TABLE "person" DROP CONSTRAINT "person_login_form"`);
    await db.query(`ALTER TABLE "person" ALTER COLUMN "email" SET NOT NULL`);
    await db.query(`ALTER TABLE "person" DROP COLUMN "password_due"`);
    await db.query(`ALTER TABLE "person" DROP CONSTRAINT "person_login_once"`);
    await db.query(`ALTER TABLE "person" DROP COLUMN "login"`);
  }
}
