import { ChangeDetectionStrategy, Component, effect, inject } from '@angular/core';
import { RouterOutlet } from '@angular/router';
import { Session } from './core/session/session';
import { Language } from './i18n/language';

/** The root: shows the routed page in the language that the signed-in person chose. */
@Component({
  selector: 'app-root',
  imports: [RouterOutlet],
  template: '<router-outlet />',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class App {
  constructor() {
    const session = inject(Session);
    const language = inject(Language);
    effect(() => {
      const locale = session.person()?.locale;
      if (locale) void language.use(locale);
    });
  }
}
