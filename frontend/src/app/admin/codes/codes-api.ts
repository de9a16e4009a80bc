import { inject, Injectable } from '@angular/core';
import {
  AdminCodePage,
  CodeState,
  Outsiders,
  Revocation,
  RevocationBody,
  ShareCode,
  Withdrawal,
  Withdrawals,
} from '@cartable/contract';
import { Api } from '../../core/http/api';

export interface CodesQuery {
  state: CodeState;
  search: string;
  limit: number;
  cursor?: string;
}

/** The calls of the room of codes. */
@Injectable({ providedIn: 'root' })
export class CodesApi {
  private readonly api = inject(Api);

  page({ state, search, limit, cursor }: CodesQuery): Promise<AdminCodePage> {
    const query = { state, limit, cursor, search: search.trim() || undefined };
    return this.api.get('admin/codes', AdminCodePage, query);
  }

  outsiders(code: string): Promise<Outsiders> {
    return this.api.get(`admin/codes/${code}/outsiders`, Outsiders);
  }

  revoke(code: string, body: RevocationBody): Promise<Revocation> {
    return this.api.send('POST', `admin/codes/${code}/revocation`, Revocation, body);
  }

  rotate(code: string, reason: string): Promise<ShareCode> {
    return this.api.send('POST', `admin/codes/${code}/rotation`, ShareCode, { reason });
  }

  withdrawals(): Promise<Withdrawals> {
    return this.api.get('admin/codes/withdrawals', Withdrawals);
  }

  undo(id: string): Promise<Withdrawal> {
    return this.api.send('POST', `admin/codes/withdrawals/${id}/undo`, Withdrawal, {});
  }
}
