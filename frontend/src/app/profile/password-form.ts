import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { limits } from '@cartable/contract';
import { TranslocoPipe } from '@jsverse/transloco';
import { ProblemError } from '../core/problems/problem-error';
import { Session } from '../core/session/session';
import { Plural } from '../i18n/plural';
import { Countdown } from '../ui/countdown';
import { FocusesWrong } from '../ui/focuses-wrong';
import { PasswordField } from '../ui/password-field';
import { Saving } from './saving';

/** A new password, for who knows the current one. */
@Component({
  selector: 'app-password-form',
  imports: [FocusesWrong, MatButton, PasswordField, Plural, TranslocoPipe],
  templateUrl: './password-form.html',
  styleUrl: './form.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PasswordForm {
  /** For password managers, which file a password under a name. */
  readonly email = input.required<string>();

  protected readonly least = limits.passwordMin;
  protected readonly current = signal('');
  protected readonly next = signal('');
  protected readonly tried = signal(false);
  protected readonly wait = new Countdown();
  protected readonly saving = new Saving(inject(Session), (error) => this.mustWait(error));
  protected readonly currentWrong = computed(() =>
    this.tried() && !this.current() ? 'profile.currentNeeded' : this.saving.refused(),
  );
  protected readonly tooShort = computed(
    () => this.tried() && this.next().length < limits.passwordMin,
  );

  protected write(field: 'current' | 'next', text: string): void {
    this[field].set(text);
    this.saving.forget();
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    this.tried.set(true);
    if (!this.current() || this.tooShort() || this.wait.left() > 0) return;
    const password = { current: this.current(), next: this.next() };
    if (!(await this.saving.save({ password }))) return;
    this.tried.set(false);
    this.current.set('');
    this.next.set('');
  }

  private mustWait(error: unknown): boolean {
    if (!(error instanceof ProblemError) || error.code !== 'too-many-attempts') return false;
    this.wait.start(error.problem?.retryAfter ?? 60);
    return true;
  }
}
