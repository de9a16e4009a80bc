import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MAT_DIALOG_DATA, MatDialogModule } from '@angular/material/dialog';
import { TranslocoPipe } from '@jsverse/transloco';

/** Asks once more before a code is switched off: a class may be typing it. */
@Component({
  selector: 'app-revoke-dialog',
  imports: [MatButton, MatDialogModule, TranslocoPipe],
  template: `
    <h2 mat-dialog-title>{{ 'share.revoking.heading' | transloco: { code } }}</h2>
    <mat-dialog-content>{{ 'share.revoking.text' | transloco }}</mat-dialog-content>
    <mat-dialog-actions align="end">
      <button matButton="text" type="button" mat-dialog-close cdkFocusInitial>
        {{ 'share.revoking.cancel' | transloco }}
      </button>
      <button matButton="filled" type="button" class="danger" [mat-dialog-close]="true">
        {{ 'share.revoke' | transloco }}
      </button>
    </mat-dialog-actions>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RevokeDialog {
  protected readonly code = inject<string>(MAT_DIALOG_DATA);
}
