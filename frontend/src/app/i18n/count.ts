import { inject, Pipe, PipeTransform } from '@angular/core';
import { Language } from './language';
import { formatNumber } from './numbers';

/** `2000 | count` → « 2 000 » in French, “2,000” in English. Impure: the language may change under it. */
@Pipe({ name: 'count', pure: false })
export class Count implements PipeTransform {
  private readonly language = inject(Language);

  transform(value: number): string {
    return formatNumber(value, this.language.current());
  }
}
