import { ChangeDetectionStrategy, Component, input, model } from '@angular/core';
import { limits } from '@cartable/contract';
import { TranslocoPipe } from '@jsverse/transloco';

/** Why something is done that others feel: kept in the audit log. */
@Component({
  selector: 'app-reason-field',
  imports: [TranslocoPipe],
  template: `
    <div class="field">
      <label for="reason">{{ 'adminCodes.reason.label' | transloco }}</label>
      <input
        #field
        id="reason"
        type="text"
        autocomplete="off"
        required
        aria-describedby="reason-said"
        [attr.maxlength]="longest"
        [attr.aria-invalid]="wrong()"
        [value]="text()"
        (input)="text.set(field.value)"
      />
      <p id="reason-said" aria-live="polite" [class.wrong]="wrong()">
        {{ (wrong() ? 'adminCodes.reason.needed' : 'adminCodes.reason.hint') | transloco }}
      </p>
    </div>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ReasonField {
  readonly text = model('');
  /** It was asked for and is missing. */
  readonly wrong = input(false);

  protected readonly longest = limits.reason;
}

/** As the server sees it. */
export const isReason = (text: string): boolean => text.trim().length >= 3;
