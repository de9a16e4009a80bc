import { inject, Injectable } from '@angular/core';
import { MatDialog } from '@angular/material/dialog';
import { AdminCode, Revocation, ShareCode } from '@cartable/contract';
import { firstValueFrom } from 'rxjs';
import { Toasts } from '../../core/toasts/toasts';
import { Texts } from '../../i18n/texts';
import { AdminRevokeDialog } from './revoke-dialog';
import { RotateDialog } from './rotate-dialog';

/** What an administrator does about a code, in a dialog. Each says in a toast what was done, and answers whether anything was. */
@Injectable({ providedIn: 'root' })
export class CodeActs {
  private readonly dialog = inject(MatDialog);
  private readonly texts = inject(Texts);
  private readonly toasts = inject(Toasts);

  async revoke(code: AdminCode): Promise<boolean> {
    const dialog = this.dialog.open<AdminRevokeDialog, AdminCode, Revocation>(AdminRevokeDialog, {
      data: code,
      width: '560px',
    });
    const revocation = await firstValueFrom(dialog.afterClosed());
    if (!revocation) return false;
    const people = revocation.withdrawal?.people ?? 0;
    this.toasts.done(
      people > 0
        ? this.texts.plural('adminCodes.done.withdrawn', people, { code: code.code })
        : this.texts.of('adminCodes.done.revoked', { code: code.code }),
    );
    return true;
  }

  async rotate(code: AdminCode): Promise<boolean> {
    const dialog = this.dialog.open<RotateDialog, AdminCode, ShareCode>(RotateDialog, {
      data: code,
      width: '520px',
    });
    const made = await firstValueFrom(dialog.afterClosed());
    if (!made) return false;
    this.toasts.done(this.texts.of('adminCodes.done.rotated', { code: made.code }));
    return true;
  }
}
