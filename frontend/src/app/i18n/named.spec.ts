import { TestBed } from '@angular/core/testing';
import { erasedName } from '@cartable/contract';
import { Language } from './language';
import { Named } from './named';
import { provideI18n } from './provide-i18n';

describe('the name of somebody', () => {
  it('is as they wrote it, and of who was erased one in the language of the page', async () => {
    TestBed.configureTestingModule({ providers: [provideI18n()] });
    const pipe = TestBed.runInInjectionContext(() => new Named());
    const language = TestBed.inject(Language);
    await language.use('en');
    expect(['Inès B.', erasedName].map((name) => pipe.transform(name))).toEqual([
      'Inès B.',
      'Deleted account',
    ]);
    await language.use('fr');
    expect(pipe.transform(erasedName)).toBe('Compte supprimé');
    localStorage.clear();
  });
});
