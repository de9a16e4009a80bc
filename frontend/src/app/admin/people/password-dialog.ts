import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MAT_DIALOG_DATA, MatDialogModule } from '@angular/material/dialog';
import { FirstPassword } from '@cartable/contract';
import { TranslocoPipe } from '@jsverse/transloco';

/** The password that was made for somebody: shown once, to be written down or printed. */
@Component({
  selector: 'app-password-dialog',
  imports: [MatButton, MatDialogModule, TranslocoPipe],
  template: `
    <h2 mat-dialog-title>
      {{ 'adminPeople.password.heading' | transloco: { name: made.person.displayName } }}
    </h2>
    <mat-dialog-content>
      <p>{{ 'adminPeople.password.hint' | transloco }}</p>
      <dl>
        <dt>
          {{ (made.person.email === null ? 'adminPeople.login' : 'adminPeople.email') | transloco }}
        </dt>
        <dd translate="no">{{ made.person.email ?? made.person.login }}</dd>
        <dt>{{ 'adminPeople.password.label' | transloco }}</dt>
        <dd class="password" translate="no">{{ made.password }}</dd>
      </dl>
    </mat-dialog-content>
    <mat-dialog-actions align="end">
      <button matButton="text" type="button" (click)="print()">
        {{ 'adminPeople.password.print' | transloco }}
      </button>
      <button matButton="filled" type="button" mat-dialog-close cdkFocusInitial>
        {{ 'adminPeople.password.done' | transloco }}
      </button>
    </mat-dialog-actions>
  `,
  styles: `
    dl {
      display: grid;
      gap: 2px;
      margin: 16px 0 0;
    }
    dd {
      margin: 0 0 12px;
      color: var(--ink);
      overflow-wrap: anywhere;
    }
    .password {
      font-family: var(--mono);
      font-size: 1.5rem;
      letter-spacing: 0.04em;
      user-select: all;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PasswordDialog {
  protected readonly made = inject<FirstPassword>(MAT_DIALOG_DATA);

  protected print(): void {
    print();
  }
}
