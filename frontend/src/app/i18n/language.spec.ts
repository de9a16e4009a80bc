import { TestBed } from '@angular/core/testing';
import { Language } from './language';
import { provideI18n } from './provide-i18n';
import { Texts } from './texts';

async function start() {
  TestBed.configureTestingModule({ providers: [provideI18n()] });
  const language = TestBed.inject(Language);
  await language.start();
  return { language, texts: TestBed.inject(Texts) };
}

describe('the language of the page', () => {
  afterEach(() => {
    localStorage.clear();
    document.documentElement.lang = '';
  });

  it('is French until somebody chooses', async () => {
    const { language, texts } = await start();
    expect(language.current()).toBe('fr');
    expect(document.documentElement.lang).toBe('fr');
    expect(texts.of('library.title')).toBe('Mes collections');
  });

  it('changes texts, document and memory together', async () => {
    const { language, texts } = await start();
    await language.use('en');
    expect(document.documentElement.lang).toBe('en');
    expect(texts.of('library.title')).toBe('My collections');
    TestBed.resetTestingModule();
    expect((await start()).language.current()).toBe('en');
  });

  it('takes the plural and the figures from the language', async () => {
    const { language, texts } = await start();
    expect(texts.plural('library.cards', 0)).toBe('0 carte');
    expect(texts.plural('library.cards', 2000)).toBe('2\u202f000 cartes');
    await language.use('en');
    expect(texts.plural('library.cards', 0)).toBe('0 cards');
    expect(texts.plural('library.cards', 2000)).toBe('2,000 cards');
  });
});
