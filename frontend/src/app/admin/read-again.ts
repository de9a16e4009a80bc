import { DOCUMENT } from '@angular/common';
import { inject } from '@angular/core';
import { takeUntilDestroyed, toObservable } from '@angular/core/rxjs-interop';
import { filter, fromEvent, interval, merge, Observable, skip, throttleTime } from 'rxjs';
import { Connection } from '../core/realtime/connection';

const CALM_MS = 1_000;
const RETRY_MS = 30_000;

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
  const back = toObservable(connection.state).pipe(
    // How it stands now is no news.
    skip(1),
    filter((state) => state === 'connected'),
  );
  const looked = fromEvent(document, 'visibilitychange');
  return merge(back, looked, interval(everyMs), ...told).pipe(
    filter(() => document.visibilityState === 'visible' && connection.state() !== 'offline'),
    throttleTime(CALM_MS, undefined, { leading: true, trailing: true }),
    takeUntilDestroyed(),
  );
}

/** What could not be read is read again when that may go better; for rooms that read again only then. */
export function retryWhenFailed(what: { status: () => string; load: () => unknown }): void {
  timesToReadAgain(RETRY_MS)
    .pipe(filter(() => what.status() === 'failed'))
    .subscribe(() => what.load());
}
