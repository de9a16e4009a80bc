import type { MigrationInterface, QueryRunner } from 'typeorm';

const COUNTS = `"at" TIMESTAMP WITH TIME ZONE NOT NULL, "imports" integer NOT NULL, "events" integer NOT NULL, "wrong_codes" integer NOT NULL, "reconnects" integer NOT NULL, "slow" integer NOT NULL, "delays" integer array NOT NULL`;

/** What is counted, by minute and by hour; the servers that share the database. */
export class Activity1795471200000 implements MigrationInterface {
  readonly name = 'Activity1795471200000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`CREATE TABLE "activity_minute" (${COUNTS}, PRIMARY KEY ("at"))`);
    await db.query(`CREATE TABLE "activity_hour" (${COUNTS}, PRIMARY KEY ("at"))`);
    await db.query(
      `CREATE TABLE "instance" ("id" uuid NOT NULL, "version" text NOT NULL, "started_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL, "seen_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL, "sockets" integer NOT NULL, "queue" integer NOT NULL, "waiting" integer NOT NULL, "students" uuid array NOT NULL, "teachers" uuid array NOT NULL, "admins" uuid array NOT NULL, "last_minute" jsonb NOT NULL, PRIMARY KEY ("id"))`,
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE "instance"`);
    await db.query(`DROP TABLE "activity_hour"`);
    await db.query(`DROP TABLE "activity_minute"`);
  }
}
