import { ChangeDetectionStrategy, Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { Language } from './language';
import { PageTitle } from './page-title';
import { provideI18n } from './provide-i18n';

@Component({ template: '', changeDetection: ChangeDetectionStrategy.OnPush })
class Page {}

describe('the title of the window', () => {
  beforeEach(async () => {
    TestBed.configureTestingModule({
      providers: [
        provideI18n(),
        provideRouter([
          { path: 'a', component: Page, title: 'library.title' },
          { path: 'b', component: Page },
        ]),
      ],
    });
    await TestBed.inject(Language).use('fr');
    await TestBed.inject(Router).navigateByUrl('/a');
  });
  afterEach(() => localStorage.clear());

  it('names the page in the language of the moment', async () => {
    expect(document.title).toBe('Mes collections — Cartable');
    await TestBed.inject(Language).use('en');
    expect(document.title).toBe('My collections — Cartable');
  });

  it('is a name that no language changes once a page gives itself one', async () => {
    TestBed.inject(PageTitle).say('Les volcans');
    await TestBed.inject(Language).use('en');
    expect(document.title).toBe('Les volcans — Cartable');
  });
});
