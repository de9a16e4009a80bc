import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { ProblemCode } from '@cartable/contract';
import { ProblemError } from '../core/problems/problem-error';
import { Session } from '../core/session/session';
import { Language } from '../i18n/language';
import { provideI18n } from '../i18n/provide-i18n';
import { SignInPage } from './sign-in-page';

const signIn = jest.fn<Promise<void>, [string, string, string?]>();
const refusal = (code: ProblemCode, retryAfter?: number) =>
  new ProblemError(code, { type: '', title: '', status: 400, code, retryAfter });

async function open(next?: string) {
  TestBed.configureTestingModule({
    providers: [
      provideI18n(),
      provideRouter([]),
      { provide: Session, useValue: { signIn, person: () => null, endedBecause: () => null } },
    ],
  });
  await TestBed.inject(Language).use('fr');
  const navigate = jest.spyOn(TestBed.inject(Router), 'navigateByUrl').mockResolvedValue(true);
  const fixture = TestBed.createComponent(SignInPage);
  fixture.componentRef.setInput('next', next);
  await fixture.whenStable();
  const page = fixture.nativeElement as HTMLElement;
  const type = (selector: string, text: string) => {
    const input = page.querySelector<HTMLInputElement>(selector)!;
    input.value = text;
    input.dispatchEvent(new Event('input'));
  };
  const submit = async (email = '', password = '') => {
    type('#email', email);
    type('#password', password);
    page.querySelector('form')!.dispatchEvent(new Event('submit', { cancelable: true }));
    await fixture.whenStable();
  };
  return { page, submit, navigate, settle: () => fixture.whenStable() };
}

describe('signing in', () => {
  beforeEach(() => signIn.mockReset());
  afterEach(() => localStorage.clear());

  it('says what is missing before it asks the server', async () => {
    const { page, submit } = await open();
    await submit();
    expect(page.textContent).toContain('Indiquez votre adresse e-mail ou votre identifiant.');
    expect(page.textContent).toContain('Indiquez votre mot de passe.');
    expect(signIn).not.toHaveBeenCalled();
  });

  it('has only a password to ask of who follows the link of a card', async () => {
    history.replaceState(null, '', '/sign-in#name=zoe.martin&password=abcd-efgh-jkmn');
    const { page } = await open();
    expect(location.hash).toBe('');
    expect(page.querySelector<HTMLInputElement>('#email')?.value).toBe('zoe.martin');
    const passwords = page.querySelectorAll('input[type=password]');
    expect(passwords).toHaveLength(2);
    expect(document.activeElement).toBe(passwords[1]);
  });

  it('goes on to where the person was going, and says that the code waits', async () => {
    signIn.mockResolvedValue();
    const { page, submit, navigate } = await open('/i/BKRT-MVPL');
    expect(page.textContent).toContain('BKRT-MVPL');
    await submit('eleve01@example.com', 'secret-phrase');
    expect(signIn).toHaveBeenCalledWith('eleve01@example.com', 'secret-phrase', undefined);
    expect(navigate).toHaveBeenCalledWith('/i/BKRT-MVPL');
  });

  it('stays, keeps what was typed and marks the field when the password is wrong', async () => {
    signIn.mockRejectedValue(refusal('wrong-credentials'));
    const { page, submit, navigate } = await open();
    await submit('eleve01@example.com', 'wrong-phrase');
    expect(navigate).not.toHaveBeenCalled();
    const password = page.querySelector<HTMLInputElement>('#password')!;
    expect(password.value).toBe('wrong-phrase');
    expect(password.getAttribute('aria-invalid')).toBe('true');
  });

  it('counts down after too many tries, and does not try meanwhile', async () => {
    signIn.mockRejectedValue(refusal('too-many-attempts', 42));
    const { page, submit } = await open();
    await submit('eleve01@example.com', 'wrong-phrase');
    expect(page.textContent).toContain('42');
    await submit('eleve01@example.com', 'other-phrase');
    expect(signIn).toHaveBeenCalledTimes(1);
  });

  it('shows and hides the password on request', async () => {
    const { page, settle } = await open();
    const password = page.querySelector<HTMLInputElement>('#password')!;
    const button = page.querySelector<HTMLButtonElement>('app-password-field button')!;
    expect(password.type).toBe('password');
    button.click();
    await settle();
    expect(password.type).toBe('text');
  });
});
