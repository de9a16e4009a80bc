import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MAT_DIALOG_DATA, MatDialogModule, MatDialogRef } from '@angular/material/dialog';
import { AdminCode, ShareCode } from '@cartable/contract';
import { TranslocoPipe } from '@jsverse/transloco';
import { FocusesWrong } from '../../ui/focuses-wrong';
import { KeepsFocus } from '../../ui/keeps-focus';
import { Act } from '../act';
import { Outcome } from '../outcome';
import { CodesApi } from './codes-api';
import { isReason, ReasonField } from './reason-field';

/** Replaces a code by a new one. */
@Component({
  selector: 'app-rotate-dialog',
  imports: [
    FocusesWrong,
    KeepsFocus,
    MatButton,
    MatDialogModule,
    Outcome,
    ReasonField,
    TranslocoPipe,
  ],
  template: `
    <form novalidate appFocusesWrong appKeepsFocus (submit)="confirm($event)">
      <h2 mat-dialog-title>
        {{ 'adminCodes.rotating.heading' | transloco: { code: code.code } }}
      </h2>
      <mat-dialog-content>
        <p>
          {{
            'adminCodes.rotating.text'
              | transloco: { title: code.title, owner: code.owner.displayName }
          }}
        </p>
        <app-reason-field [(text)]="reason" [wrong]="reasonMissing()" />
        <app-outcome [act]="act" />
      </mat-dialog-content>
      <mat-dialog-actions align="end">
        <button matButton="text" type="button" mat-dialog-close>
          {{ 'adminCodes.cancel' | transloco }}
        </button>
        <button matButton="filled" type="submit" [disabled]="act.busy()">
          {{ 'adminCodes.rotate' | transloco }}
        </button>
      </mat-dialog-actions>
    </form>
  `,
  styleUrl: '../dialog.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RotateDialog {
  protected readonly code = inject<AdminCode>(MAT_DIALOG_DATA);
  protected readonly reason = signal('');
  protected readonly asked = signal(false);
  protected readonly act = new Act();
  protected readonly reasonMissing = computed(() => this.asked() && !isReason(this.reason()));

  private readonly api = inject(CodesApi);
  private readonly dialog = inject<MatDialogRef<RotateDialog, ShareCode>>(MatDialogRef);

  protected confirm(event: Event): void {
    event.preventDefault();
    this.asked.set(true);
    if (this.reasonMissing()) return;
    const { code } = this.code;
    const work = async () => this.dialog.close(await this.api.rotate(code, this.reason().trim()));
    void this.act.run(work);
  }
}
