import { ChangeDetectionStrategy, Component, effect, inject } from '@angular/core';
import { RouterOutlet } from '@angular/router';
import { UnloadedPage } from './core/pages/unloaded-page';
import { Session } from './core/session/session';
import { Language } from './i18n/language';
import { Unloaded } from './shell/unloaded';

/** The root: shows the routed page in the language that the signed-in person chose. */
@Component({
  selector: 'app-root',
  imports: [RouterOutlet, Unloaded],
  template: `
    <router-outlet />
    @if (isBlank()) {
      <app-unloaded />
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class App {
  protected readonly isBlank = inject(UnloadedPage).isBlank;

  constructor() {
    const session = inject(Session);
    const language = inject(Language);
    effect(() => {
      const locale = session.person()?.locale;
      if (locale) void language.use(locale);
    });
  }
}
