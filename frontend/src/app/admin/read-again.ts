import { DOCUMENT } from '@angular/common';
import { inject } from '@angular/core';
import { takeUntilDestroyed, toObservable } from '@angular/core/rxjs-interop';
import { filter, fromEvent, interval, merge, Observable, throttleTime } from 'rxjs';
import { Connection } from '../core/realtime/connection';

const CALM_MS = 1_000;

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
  return merge(
    toObservable(connection.state).pipe(filter((state) => state === 'connected')),
    fromEvent(document, 'visibilitychange'),
    interval(everyMs),
    ...told,
  ).pipe(
    filter(() => document.visibilityState === 'visible' && connection.state() !== 'offline'),
    throttleTime(CALM_MS, undefined, { leading: true, trailing: true }),
    takeUntilDestroyed(),
  );
}
