import { inject, Injectable } from '@angular/core';
import { DueAccounts, SchoolSettings, SchoolSettingsPatch } from '@cartable/contract';
import { Api } from '../../core/http/api';

/** The calls about what administrators decide. */
@Injectable({ providedIn: 'root' })
export class SettingsApi {
  private readonly api = inject(Api);

  read(): Promise<SchoolSettings> {
    return this.api.get('admin/settings', SchoolSettings);
  }

  change(patch: SchoolSettingsPatch): Promise<SchoolSettings> {
    return this.api.send('PATCH', 'admin/settings', SchoolSettings, patch);
  }

  due(disabledDays: number): Promise<DueAccounts> {
    return this.api.get('admin/settings/due-accounts', DueAccounts, { disabledDays });
  }
}
