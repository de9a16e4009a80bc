import { HttpClient, provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { firstValueFrom } from 'rxjs';
import { Session as Held } from '@cartable/contract';
import { problemInterceptor } from '../problems/problem.interceptor';
import { bearerInterceptor } from './bearer.interceptor';
import { Session } from './session';

const ID = '5b0a7c6e-0000-4000-8000-00000000000a';
const held = (accessToken: string): Held => ({
  accessToken,
  expiresAt: new Date(Date.now() + 900_000).toISOString(),
  user: {
    id: ID,
    email: 'e@example.com',
    login: null,
    displayName: 'É. Test',
    role: 'student',
    locale: 'fr',
  },
});
const problem = (code: string) => ({ type: 'about:blank', title: code, status: 401, code });
const refused = { status: 401, statusText: 'Unauthorized' };

let http: HttpTestingController;
let session: Session;

/** What has been asked of the server once everything that is under way has run its course. */
async function request(url: string) {
  for (let turn = 0; turn < 20; turn += 1) {
    await new Promise((resolve) => setTimeout(resolve));
    const [found] = http.match(url);
    if (found) return found;
  }
  throw new Error(`nobody asked for ${url}`);
}

async function signIn(token = 'first') {
  const done = session.signIn('e@example.com', 'secret');
  (await request('/api/auth/login')).flush(held(token));
  await done;
}

function loads() {
  TestBed.resetTestingModule();
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(withInterceptors([problemInterceptor, bearerInterceptor])),
      provideHttpClientTesting(),
    ],
  });
  http = TestBed.inject(HttpTestingController);
  session = TestBed.inject(Session);
}

beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
  loads();
});

describe('the session', () => {
  it('is taken up again by the cookie', async () => {
    const done = session.restore();
    expect(session.state()).toBe('unknown');
    (await request('/api/auth/refresh')).flush(held('first'));
    await done;
    expect(session.state()).toBe('signed-in');
    expect(session.person()?.displayName).toBe('É. Test');
  });

  it('is none without a cookie, and that is no event', async () => {
    const done = session.restore();
    (await request('/api/auth/refresh')).flush(problem('not-signed-in'), refused);
    await done;
    expect(session.state()).toBe('signed-out');
    expect(session.endedBecause()).toBeNull();
  });

  it('stays unknown without a network', async () => {
    const done = session.restore();
    (await request('/api/auth/refresh')).error(new ProgressEvent('error'));
    await done;
    expect(session.state()).toBe('unknown');
  });

  it('signs a refused call anew, once', async () => {
    await signIn();
    const call = firstValueFrom(TestBed.inject(HttpClient).get('/api/collections'));
    const first = await request('/api/collections');
    expect(first.request.headers.get('Authorization')).toBe('Bearer first');
    first.flush(problem('not-signed-in'), refused);
    (await request('/api/auth/refresh')).flush(held('second'));
    const second = await request('/api/collections');
    expect(second.request.headers.get('Authorization')).toBe('Bearer second');
    second.flush({ fine: true });
    expect(await call).toEqual({ fine: true });
  });

  it('renews once for calls that are refused together', async () => {
    await signIn();
    const client = TestBed.inject(HttpClient);
    const calls = ['/api/a', '/api/b'].map((url) => firstValueFrom(client.get(url)));
    for (const url of ['/api/a', '/api/b']) {
      (await request(url)).flush(problem('session-ended'), refused);
    }
    (await request('/api/auth/refresh')).flush(held('second'));
    for (const url of ['/api/a', '/api/b']) (await request(url)).flush({});
    await Promise.all(calls);
    expect(http.match('/api/auth/refresh')).toEqual([]);
  });

  it('has expired when the server will not renew it', async () => {
    await signIn();
    const call = firstValueFrom(TestBed.inject(HttpClient).get('/api/collections'));
    const failure = expect(call).rejects.toMatchObject({ code: 'session-ended' });
    (await request('/api/collections')).flush(problem('session-ended'), refused);
    (await request('/api/auth/refresh')).flush(problem('session-ended'), refused);
    await failure;
    expect(session.state()).toBe('signed-out');
    expect(session.endedBecause()).toBe('expired');
  });

  it('ended as the connection said, where the server knows nothing of it any more', async () => {
    await signIn();
    const asked = session.renew();
    const told = session.renew('account-erased');
    (await request('/api/auth/refresh')).flush(problem('session-ended'), refused);
    await Promise.all([asked, told]);
    expect(session.endedBecause()).toBe('account-erased');
  });

  it('still says why it ended when the document is loaded anew, until somebody signs in', async () => {
    await signIn();
    const renewed = session.renew();
    const body = { ...problem('session-ended'), because: 'role-changed' };
    (await request('/api/auth/refresh')).flush(body, refused);
    await renewed;
    loads();
    const done = session.restore();
    (await request('/api/auth/refresh')).flush(problem('session-ended'), refused);
    await done;
    expect([session.state(), session.endedBecause()]).toEqual(['signed-out', 'role-changed']);
    await signIn();
    loads();
    expect(session.endedBecause()).toBeNull();
  });

  it('ends here at once when signing out, and at the server as soon as there is a network', async () => {
    await signIn();
    const done = session.signOut();
    expect(session.state()).toBe('signed-out');
    (await request('/api/auth/logout')).error(new ProgressEvent('error'));
    await done;
    const restored = session.restore();
    (await request('/api/auth/logout')).flush(null);
    await restored;
    expect(session.state()).toBe('signed-out');
  });
});
