import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The number under which the school's software knows a person: a file that is imported again finds who is there. */
export class ExternalIds1795485600000 implements MigrationInterface {
  readonly name = 'ExternalIds1795485600000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE "person" ADD "external_id" text`);
    await db.query(
      `ALTER TABLE "person" ADD CONSTRAINT "person_external_id_once" UNIQUE ("external_id")`,
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE "person" DROP CONSTRAINT "person_external_id_once"`);
    await db.query(`ALTER TABLE "person" DROP COLUMN "external_id"`);
  }
}
