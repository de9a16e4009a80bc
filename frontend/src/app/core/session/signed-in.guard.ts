import { inject } from '@angular/core';
import { CanActivateFn, Router } from '@angular/router';
import { Session } from './session';

/** Lets in who is signed in, or may be once the network is back; others sign in first and then go on to where they wanted. */
export const signedIn: CanActivateFn = (_, { url }) => {
  if (inject(Session).state() !== 'signed-out') return true;
  return inject(Router).createUrlTree(['/sign-in'], {
    queryParams: url === '/' ? {} : { next: url },
  });
};
