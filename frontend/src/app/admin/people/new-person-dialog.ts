import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialogModule, MatDialogRef } from '@angular/material/dialog';
import { FirstPassword, limits, NewPersonBody, Role, roles } from '@cartable/contract';
import { TranslocoPipe } from '@jsverse/transloco';
import { FocusesWrong } from '../../ui/focuses-wrong';
import { TextField } from '../../ui/text-field';
import { Act } from '../act';
import { Outcome } from '../outcome';
import { PeopleApi } from './people-api';

/** Makes an account; closes with the password that was made for it. */
@Component({
  selector: 'app-new-person-dialog',
  imports: [FocusesWrong, MatButton, MatDialogModule, Outcome, TextField, TranslocoPipe],
  templateUrl: './new-person-dialog.html',
  styleUrl: '../dialog.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NewPersonDialog {
  protected readonly roles = roles;
  protected readonly limits = limits;
  protected readonly displayName = signal('');
  protected readonly familyName = signal('');
  protected readonly email = signal('');
  protected readonly login = signal('');
  protected readonly role = signal<Role>('student');
  protected readonly tried = signal(false);
  protected readonly act = new Act();
  protected readonly read = computed(() =>
    NewPersonBody.safeParse({
      displayName: this.displayName(),
      familyName: this.familyName().trim() || undefined,
      email: this.email().trim() || undefined,
      login: this.login().trim() || undefined,
      role: this.role(),
    }),
  );
  protected readonly wrong = computed(() => {
    const issues = this.tried() ? (this.read().error?.issues ?? []) : [];
    return new Set(issues.map(({ path }) => path[0]));
  });

  private readonly api = inject(PeopleApi);
  private readonly dialog = inject<MatDialogRef<NewPersonDialog, FirstPassword>>(MatDialogRef);

  protected choose(role: string): void {
    this.role.set(roles.find((one) => one === role) ?? 'student');
  }

  protected async create(event: Event): Promise<void> {
    event.preventDefault();
    this.tried.set(true);
    const { data } = this.read();
    if (!data) return;
    await this.act.run(async () => this.dialog.close(await this.api.create(data)));
  }
}
