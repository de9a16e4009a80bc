import { provideHttpClient, withInterceptors } from '@angular/common/http';
import {
  EnvironmentProviders,
  inject,
  makeEnvironmentProviders,
  provideAppInitializer,
  provideEnvironmentInitializer,
} from '@angular/core';
import { provideEffects } from '@ngrx/effects';
import { provideState, provideStore } from '@ngrx/store';
import { provideSocketIo } from 'ngx-socket-io';
import { provideToastr } from 'ngx-toastr';
import { CollectionsEffects } from './collections/collections.effects';
import { collectionsFeature } from './collections/collections.feature';
import { UnloadedPage } from './pages/unloaded-page';
import { problemInterceptor } from './problems/problem.interceptor';
import { Link } from './realtime/link';
import { Seen } from './realtime/seen';
import { socketConfig } from './realtime/socket-config';
import { bearerInterceptor } from './session/bearer.interceptor';
import { Session } from './session/session';
import { ToSignIn } from './session/to-sign-in';
import { EventToasts } from './toasts/event-toasts';
import { ToastCard } from './toasts/toast-card';

/** What every page stands on: the session, the calls, the store and the connection that keeps it up to date. */
export function provideCore(): EnvironmentProviders {
  return makeEnvironmentProviders([
    provideHttpClient(withInterceptors([problemInterceptor, bearerInterceptor])),
    provideStore(),
    provideState(collectionsFeature),
    provideEffects(CollectionsEffects),
    provideSocketIo(socketConfig),
    provideToastr({
      toastComponent: ToastCard,
      positionClass: 'toast-at-edge',
      timeOut: 8_000,
      extendedTimeOut: 4_000,
      maxOpened: 4,
      autoDismiss: true,
    }),
    provideAppInitializer(() => inject(Session).restore()),
    provideEnvironmentInitializer(() => {
      inject(Link).start();
      inject(Seen).start();
      inject(EventToasts).start();
      inject(ToSignIn).start();
      inject(UnloadedPage).start();
    }),
  ]);
}
