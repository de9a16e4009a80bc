import { inject } from '@angular/core';
import { toObservable } from '@angular/core/rxjs-interop';
import { CanMatchFn } from '@angular/router';
import type { Role } from '@cartable/contract';
import { filter, map, take } from 'rxjs';
import { Session } from './session';

/** The page is there for these roles only; for others it is as if it did not exist. Waits until it is known who is there. */
export const withRole =
  (...roles: Role[]): CanMatchFn =>
  () => {
    const session = inject(Session);
    return toObservable(session.state).pipe(
      filter((state) => state !== 'unknown'),
      take(1),
      map((state) => {
        const role = session.person()?.role;
        // Who is signed out is led to the door by the guard that comes next.
        return state === 'signed-out' || (role !== undefined && roles.includes(role));
      }),
    );
  };
