import { ChangeDetectionStrategy, Component, inject, input, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Withdrawal } from '@cartable/contract';
import { TranslocoPipe } from '@jsverse/transloco';
import { problemKey } from '../../core/problems/problem-text';
import { Day } from '../../i18n/day';
import { Plural } from '../../i18n/plural';
import { Icon } from '../../ui/icon';
import { CodesApi } from './codes-api';

/** What was withdrawn in the last day, and the way back. */
@Component({
  selector: 'app-withdrawal-card',
  imports: [Day, Icon, MatButton, Plural, TranslocoPipe],
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
      @if (refused(); as key) {
        <p class="wrong" role="alert">{{ key | transloco }}</p>
      }
    </div>
    @if (!withdrawal().undoneAt) {
      <div class="way">
        <button
          matButton="outlined"
          type="button"
          [disabled]="busy() || readOnly()"
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

  protected readonly busy = signal(false);
  protected readonly refused = signal('');

  private readonly api = inject(CodesApi);

  protected async undo(): Promise<void> {
    this.busy.set(true);
    this.refused.set('');
    try {
      await this.api.undo(this.withdrawal().id);
      this.undone.emit();
    } catch (error) {
      this.refused.set(problemKey(error));
    } finally {
      this.busy.set(false);
    }
  }
}
