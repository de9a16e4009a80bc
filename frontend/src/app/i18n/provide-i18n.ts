import {
  EnvironmentProviders,
  inject,
  makeEnvironmentProviders,
  provideAppInitializer,
} from '@angular/core';
import { TitleStrategy } from '@angular/router';
import { locales } from '@cartable/contract';
import { provideTransloco } from '@jsverse/transloco';
import { Language } from './language';
import { PageTitle } from './page-title';
import { TranslationLoader } from './translation-loader';

/** Texts, their language and the page titles; the first text is there before the first paint. */
export function provideI18n(): EnvironmentProviders {
  return makeEnvironmentProviders([
    provideTransloco({
      config: {
        availableLangs: [...locales],
        defaultLang: 'fr',
        reRenderOnLangChange: true,
        prodMode: true,
      },
      loader: TranslationLoader,
    }),
    { provide: TitleStrategy, useExisting: PageTitle },
    provideAppInitializer(() => inject(Language).start()),
  ]);
}
