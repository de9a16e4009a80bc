import { inject, Pipe, PipeTransform } from '@angular/core';
import { Locale } from '@cartable/contract';
import { Language } from './language';

export type DayStyle = 'day' | 'time' | 'moment';

const options: Record<DayStyle, Intl.DateTimeFormatOptions> = {
  day: { day: 'numeric', month: 'long', year: 'numeric' },
  time: { hour: '2-digit', minute: '2-digit' },
  moment: { day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit' },
};

export function formatDay(at: string | number | Date, style: DayStyle, locale: Locale): string {
  return new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : 'fr-FR', options[style]).format(
    new Date(at),
  );
}

/** `card.updatedAt | day: 'moment'` → « 3 novembre, 14:05 ». Impure: the language may change under it. */
@Pipe({ name: 'day', pure: false })
export class Day implements PipeTransform {
  private readonly language = inject(Language);

  transform(at: string | number | Date, style: DayStyle = 'day'): string {
    return formatDay(at, style, this.language.current());
  }
}
