import { Notification } from '@cartable/contract';

export interface DayOfNews {
  /** Midnight of the reader's day. */
  day: number;
  items: Notification[];
}

const dayOf = (at: string | number): number => new Date(at).setHours(0, 0, 0, 0);

/** News by the day it came, as they stand: newest first. */
export function byDay(items: readonly Notification[]): DayOfNews[] {
  const days: DayOfNews[] = [];
  for (const item of items) {
    const day = dayOf(item.at);
    const last = days.at(-1);
    if (last?.day === day) last.items.push(item);
    else days.push({ day, items: [item] });
  }
  return days;
}

export function dayName(day: number, now: number): 'today' | 'yesterday' | 'earlier' {
  const today = dayOf(now);
  if (day === today) return 'today';
  // Noon minus a day is yesterday even where the clocks change.
  return day === dayOf(today - 43_200_000) ? 'yesterday' : 'earlier';
}
