import { inject, Injectable } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import { Language } from './language';
import { formatNumber, pluralForm } from './numbers';

/** Texts for code: what the pipes `transloco` and `plural` are for templates. A `computed` that asks follows the language. */
@Injectable({ providedIn: 'root' })
export class Texts {
  private readonly transloco = inject(TranslocoService);
  private readonly language = inject(Language);

  of(key: string, values?: Record<string, string | number>): string {
    return this.transloco.translate(key, values, this.language.current());
  }

  /** The text of a key that may have none: then null. */
  find(key: string): string | null {
    return key in this.transloco.getTranslation(this.language.current()) ? this.of(key) : null;
  }

  /** The form of `key` (`key.one`, `key.other`) that `count` takes; the text names it `{{ count }}`. */
  plural(key: string, count: number, values?: Record<string, string | number>): string {
    const locale = this.language.current();
    const form = pluralForm(count, locale);
    return this.of(`${key}.${form}`, { ...values, count: formatNumber(count, locale) });
  }
}
