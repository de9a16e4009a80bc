import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A password that was given ends, also those that were given before. */
export class FirstPasswordsEnd1795489200000 implements MigrationInterface {
  readonly name = 'FirstPasswordsEnd1795489200000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE "person" ADD "first_password_until" TIMESTAMP(3) WITH TIME ZONE`);
    await db.query(
      `UPDATE "person" SET "first_password_until" = now() + interval '60 days' WHERE "password_due"`,
    );
    await db.query(`DROP INDEX "person_unused"`);
    await db.query(`ALTER TABLE "person" DROP COLUMN "password_due"`);
    await db.query(
      `CREATE INDEX "person_unused" ON "person" ((plain_name("display_name") COLLATE "C"), "id") WHERE "first_password_until" IS NOT NULL`,
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE "person" ADD "password_due" boolean NOT NULL DEFAULT false`);
    await db.query(
      `UPDATE "person" SET "password_due" = true WHERE "first_password_until" IS NOT NULL`,
    );
    await db.query(`DROP INDEX "person_unused"`);
    await db.query(`ALTER TABLE "person" DROP COLUMN "first_password_until"`);
    await db.query(
      `CREATE INDEX "person_unused" ON "person" ((plain_name("display_name") COLLATE "C"), "id") WHERE "password_due"`,
    );
  }
}
