import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router } from '@angular/router';
import { Locale } from '@cartable/contract';
import { TranslocoPipe } from '@jsverse/transloco';
import { Theme, themes } from '../core/appearance/theme';
import { Session } from '../core/session/session';
import { Language } from '../i18n/language';
import { languageNames } from '../i18n/language-names';
import { Texts } from '../i18n/texts';
import { Choice } from '../ui/choice';
import { NameForm } from './name-form';
import { PasswordForm } from './password-form';

/** Who one is here, in which language and light, and the way out. */
@Component({
  selector: 'app-profile-page',
  imports: [Choice, MatButton, NameForm, PasswordForm, TranslocoPipe],
  templateUrl: './profile-page.html',
  styleUrl: './profile-page.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ProfilePage {
  protected readonly session = inject(Session);
  protected readonly theme = inject(Theme);
  protected readonly language = inject(Language);
  protected readonly languages = languageNames;
  protected readonly themes = computed(() =>
    themes.map((value) => ({ value, label: this.texts.of(`profile.themes.${value}`) })),
  );
  private readonly texts = inject(Texts);
  private readonly router = inject(Router);

  protected async speak(locale: Locale): Promise<void> {
    await this.language.use(locale);
    // Kept on this device already; the account follows when the server can be reached.
    await this.session.update({ locale }).catch(() => undefined);
  }

  protected async signOut(): Promise<void> {
    await this.session.signOut();
    await this.router.navigateByUrl('/sign-in');
  }
}
