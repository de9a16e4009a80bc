import { CdkCopyToClipboard } from '@angular/cdk/clipboard';
import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import {
  MAT_DIALOG_DATA,
  MatDialog,
  MatDialogModule,
  MatDialogRef,
} from '@angular/material/dialog';
import { FirstCard, FirstPassword } from '@cartable/contract';
import { TranslocoPipe } from '@jsverse/transloco';
import { firstLink } from '../../core/session/first-link';
import { Day } from '../../i18n/day';
import { Plural } from '../../i18n/plural';
import { Brand } from '../../ui/brand';
import { Qr } from '../../ui/qr/qr';
import { sheetsOf } from './sheets';

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

/**
 * What was made for people to sign in with for the first time: shown once, to be printed or written down. It goes when somebody
 * says that it is, and in no other way.
 */
@Component({
  selector: 'app-cards-dialog',
  imports: [Brand, CdkCopyToClipboard, Day, MatButton, MatDialogModule, Plural, Qr, TranslocoPipe],
  templateUrl: './cards-dialog.html',
  styleUrl: './cards-dialog.scss',
  host: { '(window:beforeunload)': '$event.preventDefault()' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CardsDialog {
  /** Of how many people the cards that were asked for are not there. */
  readonly missing = input(0);

  private readonly cards = inject<readonly FirstCard[]>(MAT_DIALOG_DATA);

  protected readonly only = this.cards.length === 1 ? this.cards[0] : undefined;
  protected readonly host = location.host;
  protected readonly copied = signal(false);
  protected readonly all = ALL;
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

  constructor() {
    // Nobody has the passwords but this page.
    inject<MatDialogRef<CardsDialog>>(MatDialogRef).disableClose = true;
  }

  protected linkOf({ name, password }: FirstCard): string {
    return firstLink(location.origin, name, password);
  }

  protected print(): void {
    print();
  }
}

/** Nothing is shown of no cards. */
export function showCards(dialog: MatDialog, cards: readonly FirstCard[], missing = 0): void {
  if (cards.length === 0) return;
  const shown = dialog.open<CardsDialog, readonly FirstCard[]>(CardsDialog, {
    data: cards,
    width: '640px',
    closeOnNavigation: false,
  });
  shown.componentRef?.setInput('missing', missing);
}
