import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Whoever says that they are the retention deletes nothing that is younger than the shortest retention, and empties nothing;
 * whoever says that they erase a person lets go of that person's addresses only. It holds in replication, too.
 */
export class AuditLetsLessGo1795496400000 implements MigrationInterface {
  readonly name = 'AuditLetsLessGo1795496400000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(
      `CREATE INDEX "audit_of_member" ON "audit_entry" (("details" ->> 'personId'), "at") WHERE "details" ? 'personId'`,
    );
    await db.query(`
      CREATE OR REPLACE FUNCTION "audit_only_grows"() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE
        act text := current_setting('cartable.audit', true);
      BEGIN
        IF TG_OP = 'DELETE' AND act = 'retention' AND OLD.at < now() - interval '30 days' THEN
          RETURN OLD;
        END IF;
        IF TG_OP = 'UPDATE' AND act = 'erasure of ' || COALESCE(OLD.actor_id::text, OLD.subject_id)
          AND NEW.address IS NULL AND to_jsonb(NEW) - 'address' = to_jsonb(OLD) - 'address' THEN
          RETURN NEW;
        END IF;
        RAISE EXCEPTION 'the audit only grows' USING ERRCODE = 'insufficient_privilege';
      END $$`);
    for (const trigger of ['audit_only_grows', 'audit_is_not_emptied']) {
      await db.query(`ALTER TABLE "audit_entry" ENABLE ALWAYS TRIGGER "${trigger}"`);
    }
  }

  async down(db: QueryRunner): Promise<void> {
    for (const trigger of ['audit_only_grows', 'audit_is_not_emptied']) {
      await db.query(`ALTER TABLE "audit_entry" ENABLE TRIGGER "${trigger}"`);
    }
    await db.query(`
      CREATE OR REPLACE FUNCTION "audit_only_grows"() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP <> 'UPDATE' AND current_setting('cartable.audit', true) = 'retention' THEN
          RETURN OLD;
        END IF;
        IF TG_OP = 'UPDATE' AND current_setting('cartable.audit', true) = 'erasure'
          AND NEW.address IS NULL AND to_jsonb(NEW) - 'address' = to_jsonb(OLD) - 'address' THEN
          RETURN NEW;
        END IF;
        RAISE EXCEPTION 'the audit only grows' USING ERRCODE = 'insufficient_privilege';
      END $$`);
    await db.query(`DROP INDEX "audit_of_member"`);
  }
}
