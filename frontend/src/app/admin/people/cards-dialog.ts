import { CdkCopyToClipboard } from '@angular/cdk/clipboard';
import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MAT_DIALOG_DATA, MatDialogModule } from '@angular/material/dialog';
import { FirstCard, FirstPassword } from '@cartable/contract';
import { TranslocoPipe } from '@jsverse/transloco';
import { firstLink } from '../../core/session/first-link';
import { Day } from '../../i18n/day';
import { Plural } from '../../i18n/plural';
import { Qr } from '../../ui/qr/qr';

export const cardOf = ({ person, password, until }: FirstPassword): FirstCard => ({
  id: person.id,
  displayName: person.displayName,
  name: person.email ?? person.login ?? '',
  password,
  until,
  classes: person.classes.map(({ name }) => name),
});

/** Of more, a browser would draw the QR codes for seconds: one class is shown first. */
const MANY = 1_000;
const ALL = -1;

function sheetsOf(cards: readonly FirstCard[]): { name: string; cards: FirstCard[] }[] {
  const sheets = new Map<string, FirstCard[]>();
  for (const card of cards) {
    const name = card.classes.join(', ');
    const sheet = sheets.get(name);
    if (sheet) sheet.push(card);
    else sheets.set(name, [card]);
  }
  return [...sheets]
    .map(([name, of]) => ({ name, cards: of }))
    .sort((a, b) => a.name.localeCompare(b.name, undefined, { numeric: true }));
}

/** What was made for people to sign in with for the first time: shown once, to be printed or written down. */
@Component({
  selector: 'app-cards-dialog',
  imports: [CdkCopyToClipboard, Day, MatButton, MatDialogModule, Plural, Qr, TranslocoPipe],
  templateUrl: './cards-dialog.html',
  styleUrl: './cards-dialog.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CardsDialog {
  private readonly cards = inject<readonly FirstCard[]>(MAT_DIALOG_DATA);

  protected readonly only = this.cards.length === 1 ? this.cards[0] : undefined;
  protected readonly host = location.host;
  protected readonly copied = signal(false);
  protected readonly all = ALL;
  /** As they are handed out: class by class. */
  protected readonly sheets = sheetsOf(this.cards);
  /** Which of the sheets is shown, and printed. */
  protected readonly chosen = signal(this.cards.length > MANY ? 0 : ALL);
  protected readonly shown = computed(() => {
    const one = this.sheets[this.chosen()];
    return one ? [one] : this.sheets;
  });
  protected readonly count = computed(() =>
    this.shown().reduce((sum, { cards }) => sum + cards.length, 0),
  );

  protected linkOf({ name, password }: FirstCard): string {
    return firstLink(location.origin, name, password);
  }

  protected print(): void {
    print();
  }
}
