import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  input,
  linkedSignal,
  signal,
} from '@angular/core';
import { takeUntilDestroyed, toObservable } from '@angular/core/rxjs-interop';
import { MatButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { Router } from '@angular/router';
import { AdminCode, codeStates, CodeState, Revocation, ShareCode } from '@cartable/contract';
import { TranslocoPipe } from '@jsverse/transloco';
import { debounceTime, firstValueFrom, skip } from 'rxjs';
import { Day } from '../../i18n/day';
import { Plural } from '../../i18n/plural';
import { Texts } from '../../i18n/texts';
import { Choice } from '../../ui/choice';
import { Delayed } from '../../ui/delayed';
import { EmptyState } from '../../ui/empty-state';
import { Icon } from '../../ui/icon';
import { NearEnd } from '../../ui/near-end';
import { CodeRow } from './code-row';
import { CodesState } from './codes-state';
import { AdminRevokeDialog } from './revoke-dialog';
import { RotateDialog } from './rotate-dialog';
import { WithdrawalCard } from './withdrawal-card';

const TYPING_MS = 250;

/** The room in which codes are watched: which run hot, and what to do about them. */
@Component({
  selector: 'app-codes-page',
  imports: [
    Choice,
    CodeRow,
    Day,
    Delayed,
    EmptyState,
    Icon,
    MatButton,
    NearEnd,
    Plural,
    TranslocoPipe,
    WithdrawalCard,
  ],
  providers: [CodesState],
  templateUrl: './codes-page.html',
  styleUrl: './codes-page.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CodesPage {
  readonly q = input<string>();
  readonly state = input<string>();

  protected readonly codes = inject(CodesState);
  protected readonly search = linkedSignal(() => this.q() ?? '');
  protected readonly showing = computed<CodeState>(
    () => codeStates.find((one) => one === this.state()) ?? 'all',
  );
  protected readonly states = computed(() =>
    codeStates.map((value) => ({ value, label: this.texts.of(`adminCodes.show.${value}`) })),
  );
  protected readonly isFiltered = computed(() => this.search() !== '' || this.showing() !== 'all');
  /** What was just done. */
  protected readonly said = signal('');

  private readonly texts = inject(Texts);
  private readonly router = inject(Router);
  private readonly dialog = inject(MatDialog);

  constructor() {
    effect(() => this.codes.ask(this.showing(), this.q() ?? ''));
    toObservable(this.search)
      .pipe(skip(1), debounceTime(TYPING_MS), takeUntilDestroyed())
      .subscribe((q) => this.ask({ q }));
  }

  protected ask(change: { q?: string; state?: CodeState }): void {
    const asked = { q: this.search(), state: this.showing(), ...change };
    void this.router.navigate([], {
      queryParams: { q: asked.q || null, state: asked.state === 'all' ? null : asked.state },
      replaceUrl: true,
    });
  }

  protected showAll(): void {
    this.search.set('');
    this.ask({ q: '', state: 'all' });
  }

  protected async revoke(code: AdminCode): Promise<void> {
    const dialog = this.dialog.open<AdminRevokeDialog, AdminCode, Revocation>(AdminRevokeDialog, {
      data: code,
      width: '560px',
    });
    const revocation = await firstValueFrom(dialog.afterClosed());
    if (!revocation) return;
    const people = revocation.withdrawal?.people ?? 0;
    this.said.set(
      people > 0
        ? this.texts.plural('adminCodes.done.withdrawn', people, { code: code.code })
        : this.texts.of('adminCodes.done.revoked', { code: code.code }),
    );
    await this.codes.load();
  }

  protected async rotate(code: AdminCode): Promise<void> {
    const dialog = this.dialog.open<RotateDialog, AdminCode, ShareCode>(RotateDialog, {
      data: code,
      width: '520px',
    });
    const made = await firstValueFrom(dialog.afterClosed());
    if (!made) return;
    this.said.set(this.texts.of('adminCodes.done.rotated', { code: made.code }));
    await this.codes.load();
  }

  protected async undone(): Promise<void> {
    this.said.set(this.texts.of('adminCodes.done.undone'));
    await this.codes.load();
  }
}
