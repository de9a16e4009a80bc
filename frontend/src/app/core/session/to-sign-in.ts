import { effect, inject, Injectable, untracked } from '@angular/core';
import { Router } from '@angular/router';
import { Toasts } from '../toasts/toasts';
import { Session } from './session';

/**
 * Leads to the sign-in page whose session was ended elsewhere, and who came without a network and then turned out not to be signed in.
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
      const elsewhere = this.session.endedBecause() === 'elsewhere';
      if (state === 'signed-out' && before !== state && (elsewhere || before === 'unknown')) {
        untracked(() => this.lead(elsewhere));
      }
      before = state;
    });
  }

  private lead(elsewhere: boolean): void {
    const { url: next, navigated } = this.router;
    // Before the first navigation the guard decides.
    if (!navigated || next.startsWith('/sign-in')) return;
    void this.router.navigate(['/sign-in'], { queryParams: { next } });
    if (elsewhere) this.toasts.signedOut();
  }
}
