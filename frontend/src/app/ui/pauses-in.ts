import { Signal } from '@angular/core';
import { takeUntilDestroyed, toObservable } from '@angular/core/rxjs-interop';
import { debounceTime, Observable, skip } from 'rxjs';

const TYPING_MS = 250;

/** What stands in a field each time that somebody pauses typing. */
export const pausesIn = (typed: Signal<string>): Observable<string> =>
  toObservable(typed).pipe(skip(1), debounceTime(TYPING_MS), takeUntilDestroyed());
