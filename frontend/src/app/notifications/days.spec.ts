import { Notification } from '@cartable/contract';
import { byDay, dayName } from './days';

const at = (day: number, hour: number): string => new Date(2026, 10, day, hour).toISOString();
const notice = (seq: number, when: string): Notification => ({
  seq,
  at: when,
  name: 'newCollection',
  collectionId: '00000000-0000-4000-8000-000000000000',
  title: 'Les volcans',
  by: 'M. Martin',
});

describe('the days of the news', () => {
  it('keeps the order and puts one day together', () => {
    const days = byDay([notice(3, at(4, 9)), notice(2, at(4, 1)), notice(1, at(3, 23))]);
    expect(days.map((day) => day.items.map((item) => item.seq))).toEqual([[3, 2], [1]]);
  });

  it('calls the days by their names', () => {
    const now = new Date(2026, 10, 4, 8).getTime();
    const day = (date: number) => new Date(2026, 10, date).getTime();
    expect([4, 3, 2].map((date) => dayName(day(date), now))).toEqual([
      'today',
      'yesterday',
      'earlier',
    ]);
  });
});
