import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MAT_DIALOG_DATA, MatDialogModule, MatDialogRef } from '@angular/material/dialog';
import { AdminPerson, ErasureQuery } from '@cartable/contract';
import { TranslocoPipe } from '@jsverse/transloco';
import { Act } from '../act';
import { Outcome } from '../outcome';
import { PeopleApi } from './people-api';

/** Erases an account for good, once it is said what becomes of its collections; closes with true when it is done. */
@Component({
  selector: 'app-erase-dialog',
  imports: [MatButton, MatDialogModule, Outcome, TranslocoPipe],
  template: `
    <h2 mat-dialog-title>
      {{ 'adminPeople.sure.erase.heading' | transloco: { name: person.displayName } }}
    </h2>
    <mat-dialog-content>
      <p>{{ 'adminPeople.sure.erase.text' | transloco }}</p>
      <div class="field">
        <label for="erased-collections">{{ 'adminPeople.sure.collections' | transloco }}</label>
        <select #chosen id="erased-collections" (change)="choose(chosen.value)">
          <option value="keep">{{ 'adminPeople.sure.keep' | transloco }}</option>
          <option value="withdraw">{{ 'adminPeople.sure.withdraw' | transloco }}</option>
        </select>
      </div>
      <app-outcome [act]="act" />
    </mat-dialog-content>
    <mat-dialog-actions align="end">
      <button matButton="text" type="button" mat-dialog-close cdkFocusInitial>
        {{ 'adminPeople.cancel' | transloco }}
      </button>
      <button matButton="filled" type="button" class="danger" (click)="erase()">
        {{ 'adminPeople.sure.erase.do' | transloco }}
      </button>
    </mat-dialog-actions>
  `,
  styleUrl: '../dialog.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class EraseDialog {
  protected readonly person = inject<AdminPerson>(MAT_DIALOG_DATA);
  protected readonly act = new Act();

  private readonly collections = signal<ErasureQuery['collections']>('keep');
  private readonly api = inject(PeopleApi);
  private readonly dialog = inject<MatDialogRef<EraseDialog, boolean>>(MatDialogRef);

  protected choose(what: string): void {
    this.collections.set(what === 'withdraw' ? 'withdraw' : 'keep');
  }

  protected async erase(): Promise<void> {
    const work = () => this.api.erase(this.person.id, { collections: this.collections() });
    if (await this.act.run(work)) this.dialog.close(true);
  }
}
