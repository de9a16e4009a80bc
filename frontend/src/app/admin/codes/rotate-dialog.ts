import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MAT_DIALOG_DATA, MatDialogModule, MatDialogRef } from '@angular/material/dialog';
import { AdminCode, ShareCode } from '@cartable/contract';
import { TranslocoPipe } from '@jsverse/transloco';
import { problemKey } from '../../core/problems/problem-text';
import { KeepsFocus } from '../../ui/keeps-focus';
import { CodesApi } from './codes-api';
import { isReason, ReasonField } from './reason-field';

/** Replaces a code by a new one. */
@Component({
  selector: 'app-rotate-dialog',
  imports: [KeepsFocus, MatButton, MatDialogModule, ReasonField, TranslocoPipe],
  template: `
    <form novalidate appKeepsFocus (submit)="confirm($event)">
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
        @if (refused(); as key) {
          <p class="wrong" role="alert">{{ key | transloco }}</p>
        }
      </mat-dialog-content>
      <mat-dialog-actions align="end">
        <button matButton="text" type="button" mat-dialog-close>
          {{ 'adminCodes.cancel' | transloco }}
        </button>
        <button matButton="filled" type="submit" [disabled]="busy()">
          {{ 'adminCodes.rotate' | transloco }}
        </button>
      </mat-dialog-actions>
    </form>
  `,
  styleUrl: './dialog.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RotateDialog {
  protected readonly code = inject<AdminCode>(MAT_DIALOG_DATA);
  protected readonly reason = signal('');
  protected readonly asked = signal(false);
  protected readonly busy = signal(false);
  protected readonly refused = signal('');
  protected readonly reasonMissing = computed(() => this.asked() && !isReason(this.reason()));

  private readonly api = inject(CodesApi);
  private readonly dialog = inject<MatDialogRef<RotateDialog, ShareCode>>(MatDialogRef);

  protected async confirm(event: Event): Promise<void> {
    event.preventDefault();
    this.asked.set(true);
    if (this.busy() || this.reasonMissing()) return;
    this.busy.set(true);
    this.refused.set('');
    try {
      this.dialog.close(await this.api.rotate(this.code.code, this.reason().trim()));
    } catch (error) {
      this.refused.set(problemKey(error));
    } finally {
      this.busy.set(false);
    }
  }
}
