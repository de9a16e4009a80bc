import { effect, inject, Injectable, untracked } from '@angular/core';
import { Router } from '@angular/router';
import { Toasts } from '../toasts/toasts';
import { EndReason, Session } from './session';

/**
 * Leads to the sign-in page whose session was ended, and who came without a network and then turned out not to be signed in.
 * Whose session merely expired stays on the page: what was typed there must not be lost.
 */
@Injectable({ providedIn: 'root' })
export class ToSignIn {
  private readonly session = inject(Session);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);

  /** Once, when the page starts. */
  start(): void {
    let before = this.session.state();
    effect(() => {
      const state = this.session.state();
      const because = this.session.endedBecause();
      const wasEnded = because !== null && because !== 'expired';
      if (state === 'signed-out' && before !== state && (wasEnded || before === 'unknown')) {
        untracked(() => this.lead(because));
      }
      before = state;
    });
  }

  private lead(because: EndReason | null): void {
    const { url: next, navigated } = this.router;
    // Before the first navigation the guard decides.
    if (!navigated || next.startsWith('/sign-in')) return;
    void this.router.navigate(['/sign-in'], { queryParams: { next } });
    if (because) this.toasts.signedOut(because);
  }
}
