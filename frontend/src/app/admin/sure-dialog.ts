import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import {
  MAT_DIALOG_DATA,
  MatDialog,
  MatDialogModule,
  MatDialogRef,
} from '@angular/material/dialog';
import { TranslocoPipe } from '@jsverse/transloco';
import { firstValueFrom } from 'rxjs';
import { Act } from './act';
import { Outcome } from './outcome';

/** All in words, not keys. `act`: what the button says; without `work` it is done elsewhere. */
export interface SureAsked {
  heading: string;
  text: string;
  act: string;
  work?: () => Promise<unknown>;
}

/** Asks once more before something is done that others feel; stays open, and says why, when it is refused. */
@Component({
  selector: 'app-sure-dialog',
  imports: [MatButton, MatDialogModule, Outcome, TranslocoPipe],
  template: `
    <h2 mat-dialog-title>{{ asked.heading }}</h2>
    <mat-dialog-content>
      <p>{{ asked.text }}</p>
      <app-outcome [act]="act" />
    </mat-dialog-content>
    <mat-dialog-actions align="end">
      <button matButton="text" type="button" mat-dialog-close cdkFocusInitial>
        {{ 'adminPeople.cancel' | transloco }}
      </button>
      <button matButton="filled" type="button" class="danger" (click)="go()">
        {{ asked.act }}
      </button>
    </mat-dialog-actions>
  `,
  styleUrl: './dialog.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SureDialog {
  protected readonly asked = inject<SureAsked>(MAT_DIALOG_DATA);
  protected readonly act = new Act();

  private readonly dialog = inject<MatDialogRef<SureDialog, boolean>>(MatDialogRef);

  protected async go(): Promise<void> {
    if (await this.act.run(async () => this.asked.work?.())) this.dialog.close(true);
  }
}

/** Whether it was done. */
export async function makesSure(dialog: MatDialog, data: SureAsked): Promise<boolean> {
  const asking = dialog.open<SureDialog, SureAsked, boolean>(SureDialog, { data, width: '520px' });
  // A button that only closes says '', which a router would take for yes.
  return (await firstValueFrom(asking.afterClosed())) === true;
}
