import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Foreign keys to an account by rows that an event is told of, by table. */
const KEYS = {
  collection: 'FK_01d689ecc7eba32eaf962ad9d96',
  library_entry: 'FK_83c8c30a8a94cf0248aaa5678c7',
  parked_entry: 'FK_5447c42fba7f6f698332a3b1dc1',
  report: 'FK_d41df66b60944992386ed47cf2e',
  share_code_use: 'FK_50717aa9e1fef4933ee2e8b3cd7',
  withdrawn_entry: 'withdrawn_entry_from',
};

/** They lock the account when the transaction commits, after the stream heads: docs/decisions/0003. */
export class AccountsLast1795507200000 implements MigrationInterface {
  readonly name = 'AccountsLast1795507200000';

  up(db: QueryRunner): Promise<void> {
    return this.check(db, 'DEFERRABLE INITIALLY DEFERRED');
  }

  down(db: QueryRunner): Promise<void> {
    return this.check(db, 'NOT DEFERRABLE');
  }

  private async check(db: QueryRunner, when: string): Promise<void> {
    for (const [table, key] of Object.entries(KEYS)) {
      await db.query(`ALTER TABLE "${table}" ALTER CONSTRAINT "${key}" ${when}`);
    }
  }
}
