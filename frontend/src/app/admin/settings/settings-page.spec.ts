import { TestBed } from '@angular/core/testing';
import { MatDialog } from '@angular/material/dialog';
import { of } from 'rxjs';
import { SchoolSettings, SchoolSettingsPatch } from '@cartable/contract';
import { Connection } from '../../core/realtime/connection';
import { Texts } from '../../i18n/texts';
import type { SureAsked } from '../sure-dialog';
import { SettingsApi } from './settings-api';
import { SettingsPage } from './settings-page';

const before: SchoolSettings = { auditDays: 365, disabledDays: null, journalDays: 180 };

describe('the settings', () => {
  let asked: string[];
  let changed: SchoolSettingsPatch[];

  const saves = async (typed: { auditDays?: string; disabledDays?: string }, due: number) => {
    asked = [];
    changed = [];
    TestBed.configureTestingModule({
      providers: [
        {
          provide: SettingsApi,
          useValue: {
            read: () => Promise.resolve(before),
            due: () => Promise.resolve({ accounts: due }),
            change: (patch: SchoolSettingsPatch) => {
              changed.push(patch);
              return Promise.resolve({ ...before, ...patch });
            },
          },
        },
        { provide: Connection, useValue: { state: () => 'live' } },
        {
          provide: Texts,
          useValue: {
            of: (key: string) => key,
            plural: (key: string, count: number) => `${key} ${count}`,
          },
        },
        {
          provide: MatDialog,
          useValue: {
            // Whoever is asked thinks better of it.
            open: (_: unknown, { data }: { data: SureAsked }) => {
              asked.push(data.text);
              return { afterClosed: () => of(false) };
            },
          },
        },
      ],
    });
    TestBed.overrideComponent(SettingsPage, { set: { template: '', imports: [] } });
    const page = TestBed.createComponent(SettingsPage).componentInstance;
    await page['load']();
    page['write'](typed);
    await page['save'](new Event('submit'));
  };

  it('are saved without a question where nothing is lost by it', async () => {
    await saves({ auditDays: '400', disabledDays: '90' }, 0);
    expect(asked).toEqual([]);
    expect(changed).toEqual([{ auditDays: 400, disabledDays: 90 }]);
  });

  it('are not saved before it is said what would be erased for good', async () => {
    await saves({ auditDays: '30', disabledDays: '90' }, 12);
    expect(asked).toEqual(['adminSettings.due 12 adminSettings.sure.audit 30']);
    expect(changed).toEqual([]);
  });
});
