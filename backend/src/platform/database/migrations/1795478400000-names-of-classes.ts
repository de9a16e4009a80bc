import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Of the classes of one year, no two have the same name; all are read by name. */
export class NamesOfClasses1795478400000 implements MigrationInterface {
  readonly name = 'NamesOfClasses1795478400000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(
      `CREATE UNIQUE INDEX "class_name_once" ON "class" ((plain_name("name") COLLATE "C")) WHERE "archived_at" IS NULL`,
    );
    await db.query(
      `CREATE INDEX "class_by_name" ON "class" ((plain_name("name") COLLATE "C"), "id")`,
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP INDEX "class_by_name"`);
    await db.query(`DROP INDEX "class_name_once"`);
  }
}
