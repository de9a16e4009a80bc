import { inject, Pipe, PipeTransform } from '@angular/core';
import { Texts } from './texts';

/** `'library.cards' | plural: 3` → « 3 cartes ». Impure: the language may change under it. */
@Pipe({ name: 'plural', pure: false })
export class Plural implements PipeTransform {
  private readonly texts = inject(Texts);

  transform(key: string, count: number, values?: Record<string, string | number>): string {
    return this.texts.plural(key, count, values);
  }
}
