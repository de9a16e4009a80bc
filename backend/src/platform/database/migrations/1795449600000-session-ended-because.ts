import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Why a session ended, so that whoever comes back to it is told. */
export class SessionEndedBecause1795449600000 implements MigrationInterface {
  readonly name = 'SessionEndedBecause1795449600000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE "session" ADD "ended_because" text`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE "session" DROP COLUMN "ended_because"`);
  }
}
