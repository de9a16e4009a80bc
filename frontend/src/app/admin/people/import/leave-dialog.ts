import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MAT_DIALOG_DATA, MatDialogModule } from '@angular/material/dialog';
import { TranslocoPipe } from '@jsverse/transloco';
import { Plural } from '../../../i18n/plural';

/** What would be lost. */
export interface Leaving {
  isRunning: boolean;
  unseen: number;
}

/** Asks once more before an import is left, or cards are that nobody has seen; closes with true when they may go. */
@Component({
  selector: 'app-leave-dialog',
  imports: [MatButton, MatDialogModule, Plural, TranslocoPipe],
  template: `
    <h2 mat-dialog-title>
      {{
        leaving.isRunning
          ? ('adminImport.leaving.running' | transloco)
          : ('adminImport.leaving.unseen' | plural: leaving.unseen)
      }}
    </h2>
    <mat-dialog-content>
      @if (leaving.isRunning) {
        <p>{{ 'adminImport.leaving.rest' | transloco }}</p>
      }
      @if (leaving.isRunning && leaving.unseen > 0) {
        <p>
          <strong>{{ 'adminImport.leaving.unseen' | plural: leaving.unseen }}.</strong>
        </p>
      }
      @if (leaving.unseen > 0) {
        <p>{{ 'adminImport.leaving.cards' | transloco }}</p>
      }
    </mat-dialog-content>
    <mat-dialog-actions align="end">
      <button matButton="text" type="button" mat-dialog-close cdkFocusInitial>
        {{ 'adminImport.leaving.stay' | transloco }}
      </button>
      <button matButton="filled" type="button" class="danger" [mat-dialog-close]="true">
        {{ 'adminImport.leaving.' + (leaving.isRunning ? 'stop' : 'go') | transloco }}
      </button>
    </mat-dialog-actions>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LeaveDialog {
  protected readonly leaving = inject<Leaving>(MAT_DIALOG_DATA);
}
