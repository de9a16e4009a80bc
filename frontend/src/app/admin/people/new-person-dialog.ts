import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialogModule, MatDialogRef } from '@angular/material/dialog';
import { FirstPassword, limits, NewPersonBody, Role, roles } from '@cartable/contract';
import { TranslocoPipe } from '@jsverse/transloco';
import { problemKey } from '../../core/problems/problem-text';
import { PeopleApi } from './people-api';

/** Makes an account; closes with the password that was made for it. */
@Component({
  selector: 'app-new-person-dialog',
  imports: [MatButton, MatDialogModule, TranslocoPipe],
  templateUrl: './new-person-dialog.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NewPersonDialog {
  protected readonly roles = roles;
  protected readonly longest = limits.displayName;
  protected readonly displayName = signal('');
  protected readonly email = signal('');
  protected readonly login = signal('');
  protected readonly role = signal<Role>('student');
  protected readonly tried = signal(false);
  protected readonly busy = signal(false);
  protected readonly refused = signal('');
  protected readonly read = computed(() =>
    NewPersonBody.safeParse({
      displayName: this.displayName(),
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
    if (!data || this.busy()) return;
    this.busy.set(true);
    this.refused.set('');
    try {
      this.dialog.close(await this.api.create(data));
    } catch (error) {
      this.refused.set(problemKey(error));
    } finally {
      this.busy.set(false);
    }
  }
}
