import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MAT_DIALOG_DATA, MatDialogModule, MatDialogRef } from '@angular/material/dialog';
import { FirstCard, limits } from '@cartable/contract';
import { TranslocoPipe } from '@jsverse/transloco';
import { Count } from '../../i18n/count';
import { Plural } from '../../i18n/plural';
import { Act } from '../act';
import { Outcome } from '../outcome';
import { PeopleApi } from './people-api';

/** `missing`: how many of those whom cards were asked for have no new one. */
export interface CardsRenewed {
  cards: readonly FirstCard[];
  missing: number;
}

/**
 * Makes new cards for these people, after saying that their old ones will be of no use. When it is stopped half-way, what was made
 * is kept: it goes on from there, or closes with the cards that are there.
 */
@Component({
  selector: 'app-renew-cards-dialog',
  imports: [Count, MatButton, MatDialogModule, Outcome, Plural, TranslocoPipe],
  templateUrl: './renew-cards-dialog.html',
  styleUrl: '../dialog.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RenewCardsDialog {
  protected readonly ids = inject<readonly string[]>(MAT_DIALOG_DATA);
  protected readonly act = new Act();
  protected readonly cards = signal<readonly FirstCard[]>([]);
  /** How many of them it has been done for. */
  protected readonly sent = signal(0);
  protected readonly missing = computed(() => this.ids.length - this.sent());

  private readonly api = inject(PeopleApi);
  private readonly dialog = inject<MatDialogRef<RenewCardsDialog, CardsRenewed>>(MatDialogRef);

  protected async run(): Promise<void> {
    // From here on there are cards that stand nowhere else.
    this.dialog.disableClose = true;
    if (await this.act.run(() => this.renew())) return this.show();
    if (!this.act.busy()) this.dialog.disableClose = this.cards().length > 0;
  }

  protected show(): void {
    this.dialog.close({ cards: this.cards(), missing: this.missing() });
  }

  private async renew(): Promise<void> {
    while (this.missing() > 0) {
      const part = this.ids.slice(this.sent(), this.sent() + limits.page);
      const made = await this.api.renewCards(part);
      this.cards.update((cards) => [...cards, ...made.cards]);
      this.sent.update((sent) => sent + part.length);
    }
  }
}
