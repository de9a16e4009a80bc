import { CdkCopyToClipboard } from '@angular/cdk/clipboard';
import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MAT_DIALOG_DATA, MatDialogModule } from '@angular/material/dialog';
import { FirstCard, FirstPassword } from '@cartable/contract';
import { TranslocoPipe } from '@jsverse/transloco';
import { firstLink } from '../../core/session/first-link';
import { Plural } from '../../i18n/plural';
import { Qr } from '../../ui/qr/qr';

export const cardOf = ({ person, password }: FirstPassword): FirstCard => ({
  id: person.id,
  displayName: person.displayName,
  name: person.email ?? person.login ?? '',
  password,
  classes: person.classes.map(({ name }) => name),
});

/** What was made for people to sign in with for the first time: shown once, to be printed or written down. */
@Component({
  selector: 'app-cards-dialog',
  imports: [CdkCopyToClipboard, MatButton, MatDialogModule, Plural, Qr, TranslocoPipe],
  templateUrl: './cards-dialog.html',
  styleUrl: './cards-dialog.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CardsDialog {
  private readonly cards = inject<readonly FirstCard[]>(MAT_DIALOG_DATA);

  protected readonly count = this.cards.length;
  protected readonly only = this.cards.length === 1 ? this.cards[0] : undefined;
  protected readonly host = location.host;
  protected readonly copied = signal(false);
  /** As they are handed out: class by class. */
  protected readonly sheets = computed(() => {
    const sheets = new Map<string, FirstCard[]>();
    for (const card of this.cards) {
      const name = card.classes.join(', ');
      sheets.set(name, [...(sheets.get(name) ?? []), card]);
    }
    return [...sheets].map(([name, cards]) => ({ name, cards }));
  });

  protected linkOf({ name, password }: FirstCard): string {
    return firstLink(location.origin, name, password);
  }

  protected print(): void {
    print();
  }
}
