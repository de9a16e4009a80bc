import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import { Locale, Me } from '@cartable/contract';
import { TranslocoPipe } from '@jsverse/transloco';
import { Theme, themes } from '../core/appearance/theme';
import { Session } from '../core/session/session';
import { Language } from '../i18n/language';
import { languageNames } from '../i18n/language-names';
import { Texts } from '../i18n/texts';
import { Avatar } from '../ui/avatar';
import { Choice } from '../ui/choice';
import { Icon } from '../ui/icon';
import { Popover } from '../ui/popover';
import { KeysDialogOpener } from './keys-dialog-opener';

/** Who is signed in, the two choices people make in passing, and the way out. */
@Component({
  selector: 'app-account-panel',
  imports: [Avatar, Choice, Icon, MatButton, RouterLink, TranslocoPipe],
  templateUrl: './account-panel.html',
  styleUrl: './account-panel.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AccountPanel {
  readonly person = input.required<Me>();

  protected readonly popover = inject(Popover);
  protected readonly theme = inject(Theme);
  protected readonly language = inject(Language);
  protected readonly languages = languageNames;
  protected readonly themes = computed(() =>
    themes.map((value) => ({ value, label: this.texts.of(`shell.theme.${value}`) })),
  );
  private readonly texts = inject(Texts);
  private readonly session = inject(Session);
  private readonly router = inject(Router);
  private readonly keys = inject(KeysDialogOpener);

  protected async speak(locale: Locale): Promise<void> {
    await this.language.use(locale);
    // Kept on this device already; the account follows when the server can be reached.
    await this.session.update({ locale }).catch(() => undefined);
  }

  protected showKeys(): void {
    this.popover.close();
    void this.keys.open();
  }

  protected async signOut(): Promise<void> {
    await this.session.signOut();
    await this.router.navigateByUrl('/sign-in');
  }
}
