import { inject, Injectable } from '@angular/core';
import { MatDialog } from '@angular/material/dialog';
import { AdminCode, Revocation, ShareCode } from '@cartable/contract';
import { firstValueFrom } from 'rxjs';
import { Texts } from '../../i18n/texts';
import { AdminRevokeDialog } from './revoke-dialog';
import { RotateDialog } from './rotate-dialog';

/** What an administrator does about a code, in a dialog. Each answers what was done, in words, or nothing when it was not. */
@Injectable({ providedIn: 'root' })
export class CodeActs {
  private readonly dialog = inject(MatDialog);
  private readonly texts = inject(Texts);

  async revoke(code: AdminCode): Promise<string | null> {
    const dialog = this.dialog.open<AdminRevokeDialog, AdminCode, Revocation>(AdminRevokeDialog, {
      data: code,
      width: '560px',
    });
    const revocation = await firstValueFrom(dialog.afterClosed());
    if (!revocation) return null;
    const people = revocation.withdrawal?.people ?? 0;
    return people > 0
      ? this.texts.plural('adminCodes.done.withdrawn', people, { code: code.code })
      : this.texts.of('adminCodes.done.revoked', { code: code.code });
  }

  async rotate(code: AdminCode): Promise<string | null> {
    const dialog = this.dialog.open<RotateDialog, AdminCode, ShareCode>(RotateDialog, {
      data: code,
      width: '520px',
    });
    const made = await firstValueFrom(dialog.afterClosed());
    return made ? this.texts.of('adminCodes.done.rotated', { code: made.code }) : null;
  }
}
