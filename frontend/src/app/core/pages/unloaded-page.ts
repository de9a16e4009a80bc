import { DOCUMENT } from '@angular/common';
import { inject, Injectable, signal } from '@angular/core';
import { toObservable } from '@angular/core/rxjs-interop';
import { NavigationError, NavigationStart, Router } from '@angular/router';
import { filter, fromEvent } from 'rxjs';
import { Connection } from '../realtime/connection';
import { Toasts } from '../toasts/toasts';

/** What Chromium and Firefox call it, and Safari. */
const FAILED_IMPORT = /dynamically imported module|importing a module script failed/i;

/**
 * A page whose code could not be fetched: there was no network when its turn came, or the server runs a newer version by now. A module
 * that failed once fails for as long as the document lives (HTML, “module map”): the document is loaded anew, at the page's address,
 * once the server answers.
 */
@Injectable({ providedIn: 'root' })
export class UnloadedPage {
  private readonly router = inject(Router);
  private readonly connection = inject(Connection);
  private readonly toasts = inject(Toasts);
  private readonly document = inject(DOCUMENT);
  private readonly blank = signal(false);
  /** Null when none is, or who wanted it has gone elsewhere. */
  private wanted: string | null = null;

  /** No page stands: the document has just been loaded for this one, and only another network is worth another try. */
  readonly isBlank = this.blank.asReadonly();

  /** Once, when the page starts. */
  start(): void {
    this.router.events.subscribe((event) => {
      if (event instanceof NavigationStart) this.forget();
      if (event instanceof NavigationError && FAILED_IMPORT.test(String(event.error))) {
        this.wanted = event.url;
        if (event.id === 1) this.blank.set(true);
        else void this.loadOrSay();
      }
    });
    fromEvent(window, 'online').subscribe(() => void this.load());
    toObservable(this.connection.state)
      .pipe(filter((state) => state === 'connected' && !this.blank()))
      .subscribe(() => void this.load());
  }

  /** At once, since somebody asks for it. The router has taken back the address that it failed at. */
  loadNow(): void {
    if (this.wanted !== null) this.assign(this.wanted);
  }

  private forget(): void {
    this.wanted = null;
    this.blank.set(false);
  }

  private async loadOrSay(): Promise<void> {
    if (!(await this.load())) this.toasts.unloaded();
  }

  /** Whether the server was there: without it, loading would take away the page that still stands. */
  private async load(): Promise<boolean> {
    const { wanted } = this;
    if (wanted === null) return false;
    const isThere = await fetch(wanted, { method: 'HEAD', cache: 'no-store' }).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isThere && wanted === this.wanted) this.assign(wanted);
    return isThere;
  }

  /** With the origin, so that no address leads elsewhere. */
  private assign(wanted: string): void {
    this.document.location.assign(this.document.location.origin + wanted);
  }
}
