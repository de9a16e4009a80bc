import { CdkCopyToClipboard } from '@angular/cdk/clipboard';
import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
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
import { Texts } from '../../i18n/texts';
import { Brand } from '../../ui/brand';
import { Qr } from '../../ui/qr/qr';
import { makesSure } from '../sure-dialog';
import { CardsSeen } from './cards-seen';
import { Sheet, sheetsOf } from './sheets';

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

export interface CardsShown {
  cards: readonly FirstCard[];
  /** Of how many people the cards that were asked for are not there. */
  missing?: number;
  /** Of who keeps the cards, and can show them again. */
  seen?: CardsSeen;
}

/**
 * What was made for people to sign in with for the first time: shown once, to be printed or written down. It goes when somebody
 * says that it is, and in no other way; and not before they were asked once more, when it has cards that nobody has seen.
 */
@Component({
  selector: 'app-cards-dialog',
  imports: [Brand, CdkCopyToClipboard, Day, MatButton, MatDialogModule, Plural, Qr, TranslocoPipe],
  templateUrl: './cards-dialog.html',
  styleUrl: './cards-dialog.scss',
  host: {
    '(window:beforeunload)': '$event.preventDefault()',
    // Whether somebody went on to print, or cancelled, no browser tells.
    '(window:afterprint)': 'printed()',
  },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CardsDialog {
  private readonly data = inject<CardsShown>(MAT_DIALOG_DATA);

  protected readonly cards = this.data.cards;
  protected readonly missing = this.data.missing ?? 0;
  protected readonly seen = this.data.seen ?? new CardsSeen();
  protected readonly only = this.cards.length === 1 ? this.cards[0] : undefined;
  protected readonly host = location.host;
  protected readonly copied = signal(false);
  protected readonly all = ALL;
  protected readonly sheets = sheetsOf(this.cards);
  /** Which of the sheets is shown, and printed. */
  protected readonly chosen = signal(ALL);
  protected readonly shown = computed(() => {
    const one = this.sheets[this.chosen()];
    return one ? [one] : this.sheets;
  });
  protected readonly unseen = computed(() => this.seen.unseen(this.cards));

  private readonly dialog = inject(MatDialog);
  private readonly mine = inject<MatDialogRef<CardsDialog>>(MatDialogRef);
  private readonly texts = inject(Texts);

  constructor() {
    // Nobody has the passwords but this page.
    this.mine.disableClose = true;
    this.choose(this.cards.length > MANY ? 0 : ALL);
  }

  protected choose(at: number): void {
    this.chosen.set(at);
    this.seen.see(cardsOf(this.shown()));
  }

  protected wordOf(cards: readonly FirstCard[]): 'of' | 'ofPrinted' {
    return this.seen.arePrinted(cards) ? 'ofPrinted' : 'of';
  }

  protected linkOf({ name, password }: FirstCard): string {
    return firstLink(location.origin, name, password);
  }

  protected print(): void {
    print();
  }

  protected printed(): void {
    this.seen.print(cardsOf(this.shown()));
  }

  protected async close(): Promise<void> {
    if (this.data.seen || this.unseen() === 0 || (await this.mayLose())) this.mine.close();
  }

  private mayLose(): Promise<boolean> {
    return makesSure(this.dialog, {
      heading: this.texts.plural('adminPeople.cards.losing.heading', this.unseen()),
      text: this.texts.of('adminPeople.cards.losing.text'),
      act: this.texts.of('adminPeople.cards.losing.do'),
    });
  }
}

const cardsOf = (sheets: readonly Sheet[]): FirstCard[] => sheets.flatMap(({ cards }) => cards);

/** Nothing is shown of no cards. */
export function showCards(dialog: MatDialog, data: CardsShown): void {
  if (data.cards.length === 0) return;
  dialog.open<CardsDialog, CardsShown>(CardsDialog, {
    data,
    width: '640px',
    closeOnNavigation: false,
  });
}
