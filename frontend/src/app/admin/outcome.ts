import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { Act } from './act';

/** What came of an act, beside where it was done; read out as it comes. */
@Component({
  selector: 'app-outcome',
  imports: [TranslocoPipe],
  template: `
    <p class="done" role="status">{{ act().done() }}</p>
    <p class="wrong" role="alert">
      @if (act().refused(); as key) {
        {{ key | transloco }}
      }
    </p>
  `,
  styles: `
    :host {
      display: block;
      overflow-wrap: anywhere;
    }
    p:not(:empty) {
      padding-block: 6px;
    }
    .done {
      color: var(--green);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Outcome {
  readonly act = input.required<Act>();
}
