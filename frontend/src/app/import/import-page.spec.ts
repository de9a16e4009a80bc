import { Location } from '@angular/common';
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { ShareCodePreview } from '@cartable/contract';
import { ShareCodesApi } from '../core/collections/share-codes-api';
import { Imports } from '../core/imports/imports';
import { ProblemError } from '../core/problems/problem-error';
import { Language } from '../i18n/language';
import { provideI18n } from '../i18n/provide-i18n';
import { ImportPage } from './import-page';

const preview: ShareCodePreview = {
  code: 'BKRT-MVPL',
  title: 'Les volcans',
  description: '',
  cardCount: 32,
  teacher: 'M. Martin',
  message: 'À réviser pour jeudi',
  collectionId: null,
};
const api = { preview: jest.fn<Promise<ShareCodePreview>, [string]>() };
const queued = signal<string[]>([]);
const imports = { queued, import: jest.fn() };

async function open(code?: string) {
  TestBed.configureTestingModule({
    providers: [
      provideI18n(),
      provideRouter([]),
      { provide: ShareCodesApi, useValue: api },
      { provide: Imports, useValue: imports },
    ],
  });
  await TestBed.inject(Language).use('fr');
  const navigate = jest.spyOn(TestBed.inject(Router), 'navigate').mockResolvedValue(true);
  const fixture = TestBed.createComponent(ImportPage);
  if (code) fixture.componentRef.setInput('code', code);
  await fixture.whenStable();
  const page = fixture.nativeElement as HTMLElement;
  const settle = () => fixture.whenStable();
  const type = async (text: string) => {
    const input = page.querySelector('input')!;
    input.value = text;
    input.dispatchEvent(new Event('input'));
    await settle();
  };
  const button = (name: string) =>
    [...page.querySelectorAll('button')].find((one) => one.textContent.trim() === name);
  return { page, type, button, settle, navigate };
}

describe('adding by code', () => {
  beforeEach(() => {
    queued.set([]);
    imports.import.mockReset();
    api.preview.mockReset().mockResolvedValue(preview);
  });
  afterEach(() => localStorage.clear());

  it('asks nothing before the eighth letter, and then shows what the code opens', async () => {
    const { page, type } = await open();
    await type('bkrtmvp');
    expect(api.preview).not.toHaveBeenCalled();
    expect(page.textContent).toContain('Encore 1 lettre');
    await type('bkrtmvpl');
    expect(api.preview).toHaveBeenCalledWith('BKRTMVPL');
    expect(page.textContent).toContain('Les volcans');
    expect(page.textContent).toContain('M. Martin · 32 cartes');
    expect(page.textContent).toContain('À réviser pour jeudi');
    expect(TestBed.inject(Location).path()).toBe('/i/BKRT-MVPL');
  });

  it('adds and opens the collection', async () => {
    imports.import.mockResolvedValue({ kind: 'imported', result: { collection: { id: 'abc' } } });
    const { button, settle, navigate } = await open('bkrt-mvpl');
    button('Ajouter à mes collections')!.click();
    await settle();
    expect(imports.import).toHaveBeenCalledWith('BKRTMVPL');
    expect(navigate).toHaveBeenCalledWith(['/collections', 'abc']);
  });

  it('opens what one has already', async () => {
    api.preview.mockResolvedValue({ ...preview, collectionId: 'abc' });
    const { page } = await open('bkrt-mvpl');
    expect(page.querySelector('a[href="/collections/abc"]')?.textContent).toContain('Ouvrir');
  });

  it('names the letter that can’t be in a code, and keeps the text', async () => {
    const { page, type } = await open();
    await type('BKRA');
    expect(page.textContent).toContain('Un code n’a ni chiffre ni voyelle');
    expect(page.querySelector('input')!.value).toBe('BKRA');
  });

  it('tells a stranger one and the same thing', async () => {
    api.preview.mockRejectedValue(new ProblemError('share-code-unknown'));
    const { page } = await open('CCCCDDDD');
    expect(page.textContent).toContain('Code inconnu ou expiré. Vérifiez au tableau.');
  });

  it('lets the code wait for the network, and then says what became of it', async () => {
    api.preview.mockRejectedValue(new ProblemError('offline'));
    imports.import.mockImplementation((code: string) => {
      queued.set([code]);
      return Promise.resolve({ kind: 'queued' });
    });
    const { page, button, settle } = await open('bkrt-mvpl');
    button('Ajouter au retour du réseau')!.click();
    await settle();
    expect(page.textContent).toContain('C’est noté.');
    api.preview.mockResolvedValue({ ...preview, collectionId: 'abc' });
    queued.set([]);
    await settle();
    expect(page.querySelector('a[href="/collections/abc"]')).not.toBeNull();
  });
});
