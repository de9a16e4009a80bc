import { inject, Injectable, Injector } from '@angular/core';

/** Opens the list of keys; the dialog and Material's part of it are downloaded the first time. */
@Injectable({ providedIn: 'root' })
export class KeysDialogOpener {
  private readonly injector = inject(Injector);

  async open(): Promise<void> {
    const [{ MatDialog }, { KeysDialog }] = await Promise.all([
      import('@angular/material/dialog'),
      import('./keys-dialog'),
    ]);
    const dialog = this.injector.get(MatDialog);
    if (dialog.openDialogs.length === 0) dialog.open(KeysDialog, { width: '480px' });
  }
}
