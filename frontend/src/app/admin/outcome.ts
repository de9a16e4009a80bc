import {
  afterRenderEffect,
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  inject,
  input,
} from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { fromEvent, merge, take } from 'rxjs';
import { Act } from './act';

const MOVES = ['wheel', 'touchmove', 'pointerdown', 'keydown'];

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
    afterRenderEffect((onCleanup) => {
      if (this.act().done() || this.act().refused()) onCleanup(staysInView(host));
    });
  }
}

/** Whatever comes above it meanwhile, until somebody moves on; returns how to stop it. */
function staysInView(element: HTMLElement): () => void {
  const resized = new ResizeObserver(() => element.scrollIntoView({ block: 'nearest' }));
  const { ownerDocument } = element;
  // Observing tells of the size as it is, too.
  resized.observe(ownerDocument.body);
  // The scrollbar is not of the body.
  const movesOn = merge(...MOVES.map((name) => fromEvent(ownerDocument, name, { passive: true })));
  const moving = movesOn.pipe(take(1)).subscribe(() => resized.disconnect());
  return () => {
    moving.unsubscribe();
    resized.disconnect();
  };
}
