import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { MatDialog } from '@angular/material/dialog';
import { AdminPerson, PersonPatch } from '@cartable/contract';
import { Connection } from '../../core/realtime/connection';
import { Session } from '../../core/session/session';
import { PageTitle } from '../../i18n/page-title';
import { Texts } from '../../i18n/texts';
import { PeopleApi } from './people-api';
import { PeopleListing } from './people-listing';
import { PersonPage } from './person-page';

const called = (id: string): AdminPerson => ({
  id,
  email: null,
  login: id,
  externalId: null,
  firstPasswordUntil: null,
  displayName: id,
  familyName: null,
  role: 'student',
  disabledAt: null,
  createdAt: '2026-09-01T00:00:00.000Z',
  classes: [],
});

describe('the page of an account', () => {
  /** The answers that are on their way, by what was asked. */
  let waiting: Map<string, (person: AdminPerson) => void>;
  const answered = (what: string) =>
    new Promise<AdminPerson>((resolve) => waiting.set(what, resolve));

  const opens = () => {
    const page = TestBed.createComponent(PersonPage);
    const element = page.nativeElement as HTMLElement;
    const about = async (id: string) => {
      page.componentRef.setInput('id', id);
      await page.whenStable();
    };
    const arrives = async (what: string, person: AdminPerson) => {
      waiting.get(what)?.(person);
      await page.whenStable();
    };
    const enable = () => element.querySelector('button')?.click();
    return { about, arrives, enable, text: () => element.textContent };
  };

  beforeEach(() => {
    waiting = new Map();
    TestBed.configureTestingModule({
      providers: [
        {
          provide: PeopleApi,
          useValue: {
            read: (id: string) => answered(id),
            change: (id: string, _: PersonPatch) => answered(`change ${id}`),
          },
        },
        { provide: Connection, useValue: { state: signal('connected') } },
        { provide: MatDialog, useValue: {} },
        { provide: PageTitle, useValue: { say: () => undefined } },
        { provide: PeopleListing, useValue: {} },
        { provide: Session, useValue: { person: signal(null) } },
        { provide: Texts, useValue: { of: (key: string) => key } },
      ],
    });
    TestBed.overrideComponent(PersonPage, {
      set: {
        template: `
          {{ person()?.displayName }}
          <button (click)="enable()"></button>
        `,
        imports: [],
      },
    });
  });

  it('is about whom the address names, though the answer about another comes last', async () => {
    const { about, arrives, text } = opens();
    await about('Ada');
    await about('Blaise');
    await arrives('Blaise', called('Blaise'));
    await arrives('Ada', called('Ada'));
    expect(text()).toContain('Blaise');
  });

  it('stays about whom the address names when an act on another is done at last', async () => {
    const { about, arrives, enable, text } = opens();
    await about('Ada');
    await arrives('Ada', called('Ada'));
    enable();
    await about('Blaise');
    await arrives('Blaise', called('Blaise'));
    await arrives('change Ada', called('Ada'));
    expect(text()).toContain('Blaise');
  });
});
