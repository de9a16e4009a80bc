import { ChangeDetectionStrategy, Component, input, model } from '@angular/core';
import { limits } from '@cartable/contract';
import { TranslocoPipe } from '@jsverse/transloco';
import { TextField } from '../../ui/text-field';

/** Why something is done that others feel: kept in the audit log. */
@Component({
  selector: 'app-reason-field',
  imports: [TextField, TranslocoPipe],
  template: `
    <app-text-field
      [isRequired]="true"
      [label]="'adminCodes.reason.label' | transloco"
      [maxLength]="longest"
      [hint]="'adminCodes.reason.hint' | transloco"
      [wrong]="wrong() ? ('adminCodes.reason.needed' | transloco) : ''"
      [(text)]="text"
    />
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
