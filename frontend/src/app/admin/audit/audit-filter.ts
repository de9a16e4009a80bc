import { AuditAct, AuditFilter, Id } from '@cartable/contract';

/** What stands in the fields above the list; days are `yyyy-mm-dd`, empty texts ask for nothing. */
export interface AuditWishes {
  actor: string;
  act: string;
  subject: string;
  from: string;
  to: string;
}

export const noWishes: AuditWishes = { actor: '', act: '', subject: '', from: '', to: '' };

/** What names itself to nobody: it was chosen in a list, not typed. */
export const isId = (wish: string): boolean => Id.safeParse(wish).success;

const startOf = (day: string, plus = 0): string | undefined => {
  const [year = NaN, month = NaN, date = NaN] = day.split('-').map(Number);
  const start = new Date(year, month - 1, date + plus);
  return Number.isNaN(start.getTime()) ? undefined : start.toISOString();
};

/** The question for the server; the last day counts whole, by the reader's clock. Null: a person is named in a way that none can be. */
export function filterOf({ actor, act, subject, from, to }: AuditWishes): AuditFilter | null {
  const wanted = {
    actor: actor.trim().toLowerCase() || undefined,
    act: AuditAct.safeParse(act).data,
    subject: subject.trim() || undefined,
    from: startOf(from),
    to: startOf(to, 1),
  };
  return AuditFilter.safeParse(wanted).success ? wanted : null;
}
