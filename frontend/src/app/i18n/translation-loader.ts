import { Injectable } from '@angular/core';
import { Locale } from '@cartable/contract';
import { TranslocoLoader } from '@jsverse/transloco';
import type { Translation } from './fr/french';
import { translations } from './translation';

/** Gives Transloco the texts of a language from the application's own bundles. */
@Injectable({ providedIn: 'root' })
export class TranslationLoader implements TranslocoLoader {
  getTranslation(language: string): Promise<Translation> {
    return translations[Locale.parse(language)]();
  }
}
