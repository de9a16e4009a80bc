import { inject, Injectable } from '@angular/core';
import { ActivityHistory, Overview } from '@cartable/contract';
import { Api } from '../../core/http/api';

/** The calls about how the school is. */
@Injectable({ providedIn: 'root' })
export class OverviewApi {
  private readonly api = inject(Api);

  now(): Promise<Overview> {
    return this.api.get('admin/overview', Overview);
  }

  history(): Promise<ActivityHistory> {
    return this.api.get('admin/overview/history', ActivityHistory);
  }
}
