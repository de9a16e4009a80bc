import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What somebody is in a class follows from what they are; some have got another role since they came in. */
export class RolesInClasses1795492800000 implements MigrationInterface {
  readonly name = 'RolesInClasses1795492800000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE "class_member" DROP CONSTRAINT "class_member_role_known"`);
    await db.query(
      `UPDATE "class_member" AS m SET "role" = p."role" FROM "person" AS p WHERE p."id" = m."person_id" AND p."role" <> m."role"`,
    );
    await db.query(`ALTER TABLE "person" ADD CONSTRAINT "person_with_role" UNIQUE ("id", "role")`);
    await db.query(`ALTER TABLE "class_member" DROP CONSTRAINT "FK_2e82ebf32947632d72972dc7e47"`);
    await db.query(
      `ALTER TABLE "class_member" ADD CONSTRAINT "FK_df82de656319306467f8a88cdb5" FOREIGN KEY ("person_id", "role") REFERENCES "person"("id", "role") ON DELETE CASCADE ON UPDATE CASCADE`,
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE "class_member" DROP CONSTRAINT "FK_df82de656319306467f8a88cdb5"`);
    await db.query(`ALTER TABLE "person" DROP CONSTRAINT "person_with_role"`);
    await db.query(`UPDATE "class_member" SET "role" = 'teacher' WHERE "role" = 'admin'`);
    await db.query(
      `ALTER TABLE "class_member" ADD CONSTRAINT "FK_2e82ebf32947632d72972dc7e47" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE "class_member" ADD CONSTRAINT "class_member_role_known" CHECK ("role" IN ('student', 'teacher'))`,
    );
  }
}
