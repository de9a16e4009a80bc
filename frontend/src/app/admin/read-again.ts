import { DOCUMENT } from '@angular/common';
import { inject } from '@angular/core';
import { takeUntilDestroyed, toObservable } from '@angular/core/rxjs-interop';
import { filter, fromEvent, interval, merge, Observable, skip, throttleTime } from 'rxjs';
import { Connection } from '../core/realtime/connection';

const CALM_MS = 1_000;

/** When the connection comes back, and when somebody looks at the page again while there is one. */
function backAgain(): Observable<unknown> {
  const connection = inject(Connection);
  const document = inject(DOCUMENT);
  return merge(
    // How it stands now is no news.
    toObservable(connection.state).pipe(
      skip(1),
      filter((state) => state === 'connected'),
    ),
    fromEvent(document, 'visibilitychange'),
  );
}

/**
 * When a room reads again what it shows: at a live word (`told`), when the connection is back, when somebody looks at the page
 * again, and every `everyMs` for what no word told of. At most once a second, and never while nobody looks.
 */
export function timesToReadAgain(
  everyMs: number,
  ...told: Observable<unknown>[]
): Observable<unknown> {
  const connection = inject(Connection);
  const document = inject(DOCUMENT);
  return merge(backAgain(), interval(everyMs), ...told).pipe(
    filter(() => document.visibilityState === 'visible' && connection.state() !== 'offline'),
    throttleTime(CALM_MS, undefined, { leading: true, trailing: true }),
    takeUntilDestroyed(),
  );
}

/** What could not be read is read when the connection is back, or somebody looks at the page again. */
export function retryWhenBack(what: { status: () => string; load: () => unknown }): void {
  const document = inject(DOCUMENT);
  backAgain()
    .pipe(
      filter(() => document.visibilityState === 'visible' && what.status() === 'failed'),
      takeUntilDestroyed(),
    )
    .subscribe(() => what.load());
}
