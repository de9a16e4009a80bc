import {
  afterNextRender,
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  ElementRef,
  inject,
  input,
  signal,
  viewChild,
  viewChildren,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router } from '@angular/router';
import { limits } from '@cartable/contract';
import { TranslocoPipe } from '@jsverse/transloco';
import { ProblemError } from '../core/problems/problem-error';
import { problemKey } from '../core/problems/problem-text';
import { readFirstLink } from '../core/session/first-link';
import { Session } from '../core/session/session';
import { Language } from '../i18n/language';
import { languageNames } from '../i18n/language-names';
import { Plural } from '../i18n/plural';
import { Brand } from '../ui/brand';
import { Choice } from '../ui/choice';
import { Countdown } from '../ui/countdown';
import { PasswordField } from '../ui/password-field';
import { codeIn, safeNext } from './safe-next';

/** The door: who, password, at the first time a password of one's own, and then on to where the person was going. */
@Component({
  selector: 'app-sign-in-page',
  imports: [Brand, Choice, MatButton, PasswordField, Plural, TranslocoPipe],
  templateUrl: './sign-in-page.html',
  styleUrl: './sign-in-page.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SignInPage {
  readonly next = input<string>();

  private readonly session = inject(Session);

  protected readonly language = inject(Language);
  protected readonly languages = languageNames;
  protected readonly ended = this.session.endedBecause;
  protected readonly email = signal('');
  protected readonly password = signal('');
  protected readonly tried = signal(false);
  protected readonly busy = signal(false);
  protected readonly refused = signal('');
  /** The password was given: it has to be replaced. */
  protected readonly isDue = signal(false);
  protected readonly own = signal('');
  protected readonly least = limits.passwordMin;
  protected readonly ownWrong = computed(() => {
    if (!this.tried() || !this.isDue()) return null;
    if (this.own().length < limits.passwordMin) return 'signIn.own.hint';
    return this.own() === this.password() ? 'signIn.own.same' : null;
  });
  protected readonly wait = new Countdown();
  protected readonly emailMissing = computed(() => this.tried() && !this.email().trim());
  protected readonly passwordMissing = computed(() => this.tried() && !this.password());
  protected readonly destination = computed(() => safeNext(this.next(), location.origin));
  protected readonly code = computed(() => codeIn(this.destination()));

  private readonly router = inject(Router);
  private readonly emailField = viewChild.required<ElementRef<HTMLInputElement>>('emailField');
  private readonly passwordFields = viewChildren(PasswordField);

  constructor() {
    this.takeFromCard();
    afterNextRender(() => {
      if (!this.isDue()) this.emailField().nativeElement.focus();
    });
    effect(() => {
      if (this.isDue()) this.passwordFields().at(-1)?.focus();
    });
  }

  /** Somebody else, perhaps: what is known of the password is not of theirs. */
  protected write(email: string): void {
    this.email.set(email);
    this.isDue.set(false);
  }

  protected async submit(event: Event): Promise<void> {
    event.preventDefault();
    this.tried.set(true);
    if (this.busy() || this.wait.left() > 0) return;
    if (!this.email().trim()) return this.emailField().nativeElement.focus();
    if (!this.password()) return this.passwordFields().at(0)?.focus();
    if (this.ownWrong()) return this.passwordFields().at(-1)?.focus();
    this.busy.set(true);
    this.refused.set('');
    try {
      const own = this.isDue() ? this.own() : undefined;
      await this.session.signIn(this.email().trim(), this.password(), own);
      await this.router.navigateByUrl(this.destination());
    } catch (error) {
      this.explain(error);
    } finally {
      this.busy.set(false);
    }
  }

  /** Who follows the link of a card has only a password to choose. It does not stay in the address, nor in the history. */
  private takeFromCard(): void {
    const card = readFirstLink(location.hash.slice(1));
    if (!card) return;
    history.replaceState(history.state, '', location.pathname + location.search);
    this.email.set(card.name);
    this.password.set(card.password);
    this.isDue.set(true);
  }

  private explain(error: unknown): void {
    const code = error instanceof ProblemError ? error.code : undefined;
    if (error instanceof ProblemError && code === 'too-many-attempts') {
      this.wait.start(error.problem?.retryAfter ?? 60);
    } else if (code === 'password-due') {
      this.tried.set(false);
      this.isDue.set(true);
    } else {
      this.refused.set(code === 'offline' ? 'signIn.offline' : problemKey(error));
      this.passwordFields().at(-1)?.focus();
    }
  }
}
