import {
  afterRenderEffect,
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  inject,
  input,
} from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { Act } from './act';

/**
 * What came of an act, beside where it was done; read out and brought into view as it comes. What is put into it is what can be done
 * about that.
 */
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
    <ng-content />
  `,
  styles: `
    :host {
      display: block;
      overflow-wrap: anywhere;
    }
    p:not(:empty) {
      padding-block: 6px;
    }
    /* It takes no place, and is there to be listened to. */
    p:empty {
      position: absolute;
    }
    .done {
      color: var(--green);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Outcome {
  readonly act = input.required<Act>();

  constructor() {
    const host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
    afterRenderEffect(() => {
      if (this.act().done() || this.act().refused()) host.scrollIntoView({ block: 'nearest' });
    });
  }
}
