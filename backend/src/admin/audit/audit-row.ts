/** An entry as the database holds it. */
export interface AuditRow {
  id: string;
  at: Date;
  actor_id: string | null;
  act: string;
  subject_kind: string | null;
  subject_id: string | null;
  details: Record<string, unknown>;
  address: string | null;
}
