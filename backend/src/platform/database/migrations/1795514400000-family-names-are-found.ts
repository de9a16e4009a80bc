import type { MigrationInterface, QueryRunner } from 'typeorm';

/** People are found by the words of the family name, too, where the display name lacks it: « Mme Curie » under Skłodowska. */
export class FamilyNamesAreFound1795514400000 implements MigrationInterface {
  readonly name = 'FamilyNamesAreFound1795514400000';

  async up(db: QueryRunner): Promise<void> {
    await this.find(db, `"display_name" || ' ' || COALESCE("family_name", '')`);
  }

  async down(db: QueryRunner): Promise<void> {
    await this.find(db, '"display_name"');
  }

  private async find(db: QueryRunner, names: string): Promise<void> {
    await db.query('DROP INDEX "person_words", "person_staff_words"');
    await db.query(`CREATE INDEX "person_words" ON "person" USING gin (plain_words(${names}))`);
    await db.query(
      `CREATE INDEX "person_staff_words" ON "person" USING gin (plain_words(${names})) WHERE "role" <> 'student'`,
    );
  }
}
