import { DOCUMENT } from '@angular/common';
import { DestroyRef, inject, Injectable } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { filter, fromEvent, startWith } from 'rxjs';

/** Keeps the screen from going dark for as long as its owner lives, where the browser can. */
@Injectable()
export class ScreenAwake {
  private lock: WakeLockSentinel | null = null;
  private over = false;

  constructor() {
    const document = inject(DOCUMENT);
    inject(DestroyRef).onDestroy(() => {
      this.over = true;
      void this.lock?.release();
    });
    // The browser takes the lock away with the tab, and does not give it back by itself.
    fromEvent(document, 'visibilitychange')
      .pipe(
        startWith(null),
        filter(() => document.visibilityState === 'visible'),
        takeUntilDestroyed(),
      )
      .subscribe(() => void this.keep());
  }

  private async keep(): Promise<void> {
    if (!('wakeLock' in navigator)) return;
    try {
      this.lock = await navigator.wakeLock.request('screen');
      if (this.over) void this.lock.release();
    } catch {
      // A battery saver may refuse: the screen then sleeps as it always did.
    }
  }
}
