import { HttpErrorResponse, HttpInterceptorFn, HttpRequest } from '@angular/common/http';
import { inject } from '@angular/core';
import { ProblemBody } from '@cartable/contract';
import { catchError, from, switchMap, throwError } from 'rxjs';
import { Session } from './session';

/** Signs our own calls with the access token; a refused one is tried once more with a renewed token. */
export const bearerInterceptor: HttpInterceptorFn = (request, next) => {
  if (!request.url.startsWith('/api/') || request.url.startsWith('/api/auth/'))
    return next(request);
  const session = inject(Session);
  return from(session.accessToken()).pipe(
    switchMap((token) =>
      next(signed(request, token)).pipe(
        catchError((error: unknown) => {
          if (token === null || !isRefusal(error)) return throwError(() => error);
          // Meanwhile somebody may have renewed it already.
          const renewed = session.token() === token ? session.renew() : Promise.resolve();
          return from(renewed).pipe(
            switchMap(() => {
              const fresh = session.token();
              return fresh ? next(signed(request, fresh)) : throwError(() => error);
            }),
          );
        }),
      ),
    ),
  );
};

const signed = (request: HttpRequest<unknown>, token: string | null) =>
  token ? request.clone({ setHeaders: { Authorization: `Bearer ${token}` } }) : request;

function isRefusal(error: unknown): boolean {
  if (!(error instanceof HttpErrorResponse) || error.status !== 401) return false;
  const { data } = ProblemBody.safeParse(error.error);
  return data?.code === 'not-signed-in' || data?.code === 'session-ended';
}
