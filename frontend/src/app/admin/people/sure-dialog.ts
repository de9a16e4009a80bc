import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MAT_DIALOG_DATA, MatDialogModule, MatDialogRef } from '@angular/material/dialog';
import { ErasureQuery } from '@cartable/contract';
import { TranslocoPipe } from '@jsverse/transloco';
import { problemKey } from '../../core/problems/problem-text';

export type SureAct = 'reset' | 'signOut' | 'disable' | 'erase';

export interface SureAsked {
  name: string;
  act: SureAct;
  /** `collections` is of use for erasure only. */
  work: (collections: ErasureQuery['collections']) => Promise<void>;
}

/** Asks once more before an account is touched; closes with true when it is done. */
@Component({
  selector: 'app-sure-dialog',
  imports: [MatButton, MatDialogModule, TranslocoPipe],
  template: `
    <h2 mat-dialog-title>
      {{ 'adminPeople.sure.' + asked.act + '.heading' | transloco: { name: asked.name } }}
    </h2>
    <mat-dialog-content>
      <p>{{ 'adminPeople.sure.' + asked.act + '.text' | transloco }}</p>
      @if (asked.act === 'erase') {
        <div class="field">
          <label for="erased-collections">{{ 'adminPeople.sure.collections' | transloco }}</label>
          <select #chosen id="erased-collections" (change)="choose(chosen.value)">
            <option value="keep">{{ 'adminPeople.sure.keep' | transloco }}</option>
            <option value="withdraw">{{ 'adminPeople.sure.withdraw' | transloco }}</option>
          </select>
        </div>
      }
      @if (refused(); as key) {
        <p class="wrong" role="alert">{{ key | transloco }}</p>
      }
    </mat-dialog-content>
    <mat-dialog-actions align="end">
      <button matButton="text" type="button" mat-dialog-close cdkFocusInitial>
        {{ 'adminPeople.cancel' | transloco }}
      </button>
      <button matButton="filled" type="button" class="danger" [disabled]="busy()" (click)="go()">
        {{ 'adminPeople.sure.' + asked.act + '.do' | transloco }}
      </button>
    </mat-dialog-actions>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SureDialog {
  protected readonly asked = inject<SureAsked>(MAT_DIALOG_DATA);
  protected readonly busy = signal(false);
  protected readonly refused = signal('');

  private readonly collections = signal<ErasureQuery['collections']>('keep');
  private readonly dialog = inject<MatDialogRef<SureDialog, boolean>>(MatDialogRef);

  protected choose(what: string): void {
    this.collections.set(what === 'withdraw' ? 'withdraw' : 'keep');
  }

  protected async go(): Promise<void> {
    this.busy.set(true);
    this.refused.set('');
    try {
      await this.asked.work(this.collections());
      this.dialog.close(true);
    } catch (error) {
      this.refused.set(problemKey(error));
    } finally {
      this.busy.set(false);
    }
  }
}
