import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Finds the events that refer to a body, so that trimming knows at once when there are none. */
export class EventBodyUsers1795446000000 implements MigrationInterface {
  readonly name = 'EventBodyUsers1795446000000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(
      `CREATE INDEX "user_event_body" ON "user_event" ("body_key") WHERE "body_key" IS NOT NULL`,
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP INDEX "user_event_body"`);
  }
}
