import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { Me, MePatch } from '@cartable/contract';
import { ProblemError } from '../core/problems/problem-error';
import { Session } from '../core/session/session';
import { Language } from '../i18n/language';
import { provideI18n } from '../i18n/provide-i18n';
import { ProfilePage } from './profile-page';

const me: Me = {
  id: '00000000-0000-4000-8000-000000000000',
  email: 'eleve01@example.com',
  login: null,
  displayName: 'Inès',
  role: 'student',
  locale: 'fr',
};
const update = jest.fn<Promise<void>, [MePatch]>();

async function open() {
  TestBed.configureTestingModule({
    providers: [
      provideI18n(),
      provideRouter([]),
      { provide: Session, useValue: { person: signal(me), update } },
    ],
  });
  await TestBed.inject(Language).use('fr');
  const fixture = TestBed.createComponent(ProfilePage);
  await fixture.whenStable();
  const page = fixture.nativeElement as HTMLElement;
  const type = async (selector: string, text: string) => {
    const input = page.querySelector<HTMLInputElement>(selector)!;
    input.value = text;
    input.dispatchEvent(new Event('input'));
    await fixture.whenStable();
  };
  const submit = async (form: string) => {
    page.querySelector(`${form} form`)!.dispatchEvent(new Event('submit', { cancelable: true }));
    await fixture.whenStable();
  };
  return { page, type, submit, settle: () => fixture.whenStable() };
}

describe('the profile', () => {
  beforeEach(() => update.mockReset().mockResolvedValue());
  afterEach(() => localStorage.clear());

  it('keeps a new name', async () => {
    const { page, type, submit } = await open();
    await type('app-name-form input', '  Inès B. ');
    await submit('app-name-form');
    expect(update).toHaveBeenCalledWith({ displayName: 'Inès B.' });
    expect(page.textContent).toContain('Enregistré.');
  });

  it('refuses an empty name at the field', async () => {
    const { page, type, submit } = await open();
    await type('app-name-form input', ' ');
    await submit('app-name-form');
    expect(update).not.toHaveBeenCalled();
    expect(page.textContent).toContain('Indiquez un nom.');
  });

  it('changes the password and forgets what was typed', async () => {
    const { page, type, submit } = await open();
    await type('#current-password', 'old-phrase');
    await type('#next-password', 'new-phrase');
    await submit('app-password-form');
    expect(update).toHaveBeenCalledWith({
      password: { current: 'old-phrase', next: 'new-phrase' },
    });
    expect(page.querySelector<HTMLInputElement>('#next-password')!.value).toBe('');
  });

  it('keeps what was typed when the current password is wrong', async () => {
    update.mockRejectedValue(new ProblemError('wrong-password'));
    const { page, type, submit } = await open();
    await type('#current-password', 'bad-phrase');
    await type('#next-password', 'new-phrase');
    await submit('app-password-form');
    const current = page.querySelector<HTMLInputElement>('#current-password')!;
    expect(current.getAttribute('aria-invalid')).toBe('true');
    expect(current.value).toBe('bad-phrase');
  });

  it('speaks the other language at once, everywhere', async () => {
    const { page, settle } = await open();
    page
      .querySelectorAll<HTMLInputElement>('app-choice input')[1]!
      .dispatchEvent(new Event('change'));
    await settle();
    await settle();
    expect(page.textContent).toContain('My profile');
    expect(page.textContent).toContain('Like the device');
    expect(update).toHaveBeenCalledWith({ locale: 'en' });
  });
});
