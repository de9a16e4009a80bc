import { limits } from '@cartable/contract';

const DAY = 86_400_000;

export type ExpiryReading = { at: string } | { wrong: 'missing' | 'past' | 'tooFar' };

/** The end of the day that a date field holds (`2026-12-07`), in the time zone of the reader. */
export function readExpiry(value: string, now: Date): ExpiryReading {
  const [year, month, day] = value.split('-').map(Number);
  if (!year || !month || !day) return { wrong: 'missing' };
  const end = new Date(year, month - 1, day, 23, 59, 59);
  if (end <= now) return { wrong: 'past' };
  if (end.getTime() >= now.getTime() + limits.shareCodeDays * DAY) return { wrong: 'tooFar' };
  return { at: end.toISOString() };
}

/** The day that lies `days` ahead, as a date field writes it. */
export function dayAhead(days: number, now: Date): string {
  const day = new Date(now.getFullYear(), now.getMonth(), now.getDate() + days);
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
}

/** The number that a cap field holds: undefined when it is empty, null when it is no cap. */
export function readCap(value: string): number | null | undefined {
  if (value.trim() === '') return undefined;
  const cap = Number(value);
  return Number.isInteger(cap) && cap >= 1 && cap <= limits.shareCodeUses ? cap : null;
}
