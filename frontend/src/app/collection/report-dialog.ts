import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MAT_DIALOG_DATA, MatDialogModule, MatDialogRef } from '@angular/material/dialog';
import { Collection, limits, ReportReason, reportReasons } from '@cartable/contract';
import { TranslocoPipe } from '@jsverse/transloco';
import { CollectionsApi } from '../core/collections/collections-api';
import { problemKey } from '../core/problems/problem-text';
import { Plural } from '../i18n/plural';
import { KeepsFocus } from '../ui/keeps-focus';

/** Tells the administrators what is wrong with somebody's collection; closes with true once they have been told. */
@Component({
  selector: 'app-report-dialog',
  imports: [KeepsFocus, MatButton, MatDialogModule, Plural, TranslocoPipe],
  templateUrl: './report-dialog.html',
  styleUrl: './leave-dialog.scss',
  styles: `
    mat-dialog-content {
      display: grid;
      gap: 16px;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ReportDialog {
  protected readonly reasons = reportReasons;
  protected readonly reason = signal<ReportReason | null>(null);
  protected readonly comment = signal('');
  protected readonly over = computed(() => this.comment().length - limits.message);
  protected readonly busy = signal(false);
  protected readonly refused = signal('');

  private readonly collection = inject<Collection>(MAT_DIALOG_DATA);
  private readonly api = inject(CollectionsApi);
  private readonly dialog = inject<MatDialogRef<ReportDialog, boolean>>(MatDialogRef);

  protected async send(): Promise<void> {
    const reason = this.reason();
    if (!reason) return;
    this.busy.set(true);
    this.refused.set('');
    try {
      await this.api.report(this.collection.id, { reason, comment: this.comment().trim() });
      this.dialog.close(true);
    } catch (error) {
      this.refused.set(problemKey(error));
    } finally {
      this.busy.set(false);
    }
  }
}
