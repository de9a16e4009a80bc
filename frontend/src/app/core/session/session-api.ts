import { inject, Injectable } from '@angular/core';
import { LoginBody, Me, MePatch, OwnPasswordBody, Session } from '@cartable/contract';
import { Api } from '../http/api';

/** The calls about who is signed in; the refresh cookie travels by itself. */
@Injectable({ providedIn: 'root' })
export class SessionApi {
  private readonly api = inject(Api);

  signIn(body: LoginBody): Promise<Session> {
    return this.api.send('POST', 'auth/login', Session, body);
  }

  choosePassword(body: OwnPasswordBody): Promise<Session> {
    return this.api.send('POST', 'auth/first-password', Session, body);
  }

  renew(): Promise<Session> {
    return this.api.send('POST', 'auth/refresh', Session, {});
  }

  signOut(): Promise<void> {
    return this.api.tell('POST', 'auth/logout', {});
  }

  update(patch: MePatch): Promise<Me> {
    return this.api.send('PATCH', 'me', Me, patch);
  }
}
