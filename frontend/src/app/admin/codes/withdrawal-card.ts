import { ChangeDetectionStrategy, Component, inject, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Withdrawal } from '@cartable/contract';
import { TranslocoPipe } from '@jsverse/transloco';
import { Day } from '../../i18n/day';
import { Plural } from '../../i18n/plural';
import { Texts } from '../../i18n/texts';
import { Icon } from '../../ui/icon';
import { Act } from '../act';
import { Outcome } from '../outcome';
import { CodesApi } from './codes-api';

/** What was withdrawn in the last day, and the way back. */
@Component({
  selector: 'app-withdrawal-card',
  imports: [Day, Icon, MatButton, Outcome, Plural, TranslocoPipe],
  template: `
    <div>
      <p>
        <strong
          ><bdi>{{ withdrawal().title }}</bdi></strong
        >
        @if (withdrawal().undoneAt) {
          {{ 'adminCodes.withdrawals.back' | plural: withdrawal().people }}
        } @else {
          {{ 'adminCodes.withdrawals.taken' | plural: withdrawal().people }}
        }
      </p>
      <p class="quiet">
        <span class="code" translate="no">{{ withdrawal().code }}</span> ·
        {{ withdrawal().at | day: 'moment' }} ·
        @if (withdrawal().by; as name) {
          <bdi>{{ name }}</bdi> ·
        }
        <bdi>{{ withdrawal().reason }}</bdi>
      </p>
      <app-outcome [act]="act" />
    </div>
    @if (!withdrawal().undoneAt) {
      <div class="way">
        <button
          matButton="outlined"
          type="button"
          [disabled]="act.busy() || readOnly()"
          [attr.aria-label]="('adminCodes.withdrawals.undo' | transloco) + ' ' + withdrawal().title"
          (click)="undo()"
        >
          <app-icon name="back" />{{ 'adminCodes.withdrawals.undo' | transloco }}
        </button>
        <p class="quiet">
          {{
            'adminCodes.withdrawals.until'
              | transloco: { moment: (withdrawal().undoableUntil | day: 'moment') }
          }}
        </p>
      </div>
    }
  `,
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 10px 20px;
      padding: 14px 18px;
    }

    div:first-child {
      flex: 1 1 260px;
      min-width: 0;
      overflow-wrap: anywhere;
    }

    .code {
      font-family: var(--mono);
      white-space: nowrap;
    }

    .way {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 4px 14px;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class WithdrawalCard {
  readonly withdrawal = input.required<Withdrawal>();
  readonly readOnly = input(false);
  readonly undone = output();

  protected readonly act = new Act();

  private readonly api = inject(CodesApi);
  private readonly texts = inject(Texts);

  protected undo(): void {
    const work = async () => {
      await this.api.undo(this.withdrawal().id);
      this.undone.emit();
    };
    void this.act.run(work, this.texts.of('adminCodes.done.undone'));
  }
}
