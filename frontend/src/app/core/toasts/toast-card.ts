import { ChangeDetectionStrategy, Component, computed } from '@angular/core';
import { ToastNoAnimation } from 'ngx-toastr';

export interface ToastPayload {
  /** Where the toast leads, and what the way is called. */
  address: string;
  action: string;
}

/** A toast: what it is about in bold, what happened, and the way there. Everything in it is text, whoever wrote it. */
@Component({
  selector: 'app-toast-card',
  template: `
    <p>
      @if (title()) {
        <strong>{{ title() }}</strong>
      }
      {{ message() }}
    </p>
    @if (way(); as to) {
      <a [href]="to.address" (click)="$event.preventDefault()">{{ to.action }}</a>
    }
  `,
  styleUrl: './toast-card.scss',
  host: {
    role: 'status',
    // Who reached it by the keyboard is not to lose it under the fingers.
    '(focusin)': 'stickAround()',
    '(focusout)': 'delayedHideToast()',
  },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ToastCard extends ToastNoAnimation<ToastPayload> {
  protected readonly way = computed(() => this.options().payload);
}
