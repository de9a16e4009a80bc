import { APP_BASE_HREF } from '@angular/common';
import { ApplicationConfig, provideBrowserGlobalErrorListeners } from '@angular/core';
import {
  PreloadAllModules,
  provideRouter,
  withComponentInputBinding,
  withInMemoryScrolling,
  withPreloading,
} from '@angular/router';
import { routes } from './app.routes';
import { provideCore } from './core/provide-core';
import { provideI18n } from './i18n/provide-i18n';

export const appConfig: ApplicationConfig = {
  providers: [
    provideBrowserGlobalErrorListeners(),
    // Said here because the content security policy allows no <base>.
    { provide: APP_BASE_HREF, useValue: '/' },
    provideI18n(),
    provideCore(),
    provideRouter(
      routes,
      withComponentInputBinding(),
      withInMemoryScrolling({ scrollPositionRestoration: 'enabled' }),
      // Once the first page stands, the others are fetched: without a network one can still go from one to the other.
      withPreloading(PreloadAllModules),
    ),
  ],
};
