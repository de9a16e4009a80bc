import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { Toasts } from '../toasts/toasts';
import { EndReason, Session } from './session';
import { ToSignIn } from './to-sign-in';

function open(first: 'unknown' | 'signed-in', url = '/collections', navigated = true) {
  const state = signal<'unknown' | 'signed-in' | 'signed-out'>(first);
  const endedBecause = signal<EndReason | null>(null);
  const navigate = jest.fn(() => Promise.resolve(true));
  const signedOut = jest.fn();
  TestBed.configureTestingModule({
    providers: [
      { provide: Session, useValue: { state, endedBecause } },
      { provide: Router, useValue: { url, navigated, navigate } },
      { provide: Toasts, useValue: { signedOut } },
    ],
  });
  const toSignIn = TestBed.inject(ToSignIn);
  TestBed.runInInjectionContext(() => toSignIn.start());
  TestBed.tick();
  const end = (why: EndReason | null) => {
    state.set('signed-out');
    endedBecause.set(why);
    TestBed.tick();
  };
  return { end, navigate, signedOut };
}

const next = { queryParams: { next: '/collections' } };

describe('the way to the sign-in page', () => {
  it('is taken, and explained, when the session was ended by something else than time', () => {
    const { end, navigate, signedOut } = open('signed-in');
    end('role-changed');
    expect(navigate).toHaveBeenCalledWith(['/sign-in'], next);
    expect(signedOut).toHaveBeenCalledWith('role-changed');
  });

  it('is taken by who came without a network and is not signed in', () => {
    const { end, navigate, signedOut } = open('unknown');
    end(null);
    expect(navigate).toHaveBeenCalledWith(['/sign-in'], next);
    expect(signedOut).not.toHaveBeenCalled();
  });

  it('is not taken when the session expired: the page stays as it is', () => {
    const { end, navigate } = open('signed-in');
    end('expired');
    expect(navigate).not.toHaveBeenCalled();
  });

  it('is left to the guard before the first page, and to who signs out by hand', () => {
    const early = open('unknown', '/', false);
    early.end(null);
    TestBed.resetTestingModule();
    const byHand = open('signed-in');
    byHand.end(null);
    expect([early.navigate, byHand.navigate].some(({ mock }) => mock.calls.length > 0)).toBe(false);
  });
});
