import { ComponentType } from '@angular/cdk/portal';
import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  input,
  signal,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { AdminCode, Revocation, ShareCode, Withdrawal } from '@cartable/contract';
import { TranslocoPipe } from '@jsverse/transloco';
import { firstValueFrom } from 'rxjs';
import { Count } from '../../i18n/count';
import { Day } from '../../i18n/day';
import { Named } from '../../i18n/named';
import { Plural } from '../../i18n/plural';
import { Texts } from '../../i18n/texts';
import { Icon } from '../../ui/icon';
import { Act } from '../act';
import { Outcome } from '../outcome';
import { CodesApi } from './codes-api';
import { CodesInHand } from './codes-in-hand';
import { AdminRevokeDialog } from './revoke-dialog';
import { RotateDialog } from './rotate-dialog';

/** One code in the list: what it opens, how it is used, what can be done about it, and what came of that. */
@Component({
  selector: 'app-code-row',
  imports: [Count, Day, Icon, MatButton, Named, Outcome, Plural, TranslocoPipe],
  templateUrl: './code-row.html',
  styleUrl: './code-row.scss',
  host: { '[class.hot]': 'isHot()' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CodeRow {
  readonly code = input.required<AdminCode>();
  /** In milliseconds: whether it has expired by now. */
  readonly now = input.required<number>();
  readonly readOnly = input(false);
  /** The withdrawals that were undone, here or elsewhere. */
  readonly undone = input<ReadonlySet<string>>(new Set());
  /** Reads again what is shown of the code; the outcome is told when that has found its place. */
  readonly reread = input.required<(code: string) => Promise<unknown>>();

  protected readonly state = computed(() => {
    const { revokedAt, expiresAt, uses, maxUses } = this.code();
    if (revokedAt !== null) return 'revoked';
    if (Date.parse(expiresAt) <= this.now()) return 'expired';
    return maxUses !== null && uses >= maxUses ? 'full' : 'active';
  });
  protected readonly isOn = computed(() => ['active', 'full'].includes(this.state()));
  protected readonly isHot = computed(() => this.isOn() && this.code().heat !== null);
  protected readonly act = new Act();
  /** From then on something may be said of it: before, a hundred lines would be a hundred places to listen to. */
  protected readonly isTouched = signal(false);
  /** What was withdrawn here, and can be given back here. */
  protected readonly withdrawal = signal<Withdrawal | null>(null);

  private readonly api = inject(CodesApi);
  private readonly inHand = inject(CodesInHand);
  private readonly dialog = inject(MatDialog);
  private readonly texts = inject(Texts);

  constructor() {
    effect(() => {
      if (!this.undone().has(this.withdrawal()?.id ?? '')) return;
      // Nothing is withdrawn any more, and nothing can be given back.
      this.withdrawal.set(null);
      this.act.say('');
    });
  }

  protected async revoke(): Promise<void> {
    const revocation = await this.ask<Revocation>(AdminRevokeDialog, '560px');
    if (!revocation) return;
    const { revokedAt, withdrawal } = revocation;
    const { code } = this.code();
    const done = withdrawal
      ? this.texts.plural('adminCodes.done.withdrawn', withdrawal.people, { code })
      : this.texts.of('adminCodes.done.revoked', { code });
    this.isOver(revokedAt, done, withdrawal);
  }

  protected async rotate(): Promise<void> {
    const made = await this.ask<ShareCode>(RotateDialog, '520px');
    if (!made) return;
    this.isOver(made.createdAt, this.texts.of('adminCodes.done.rotated', { code: made.code }));
  }

  protected undo({ id }: Withdrawal): void {
    const work = async () => {
      await this.api.undo(id);
      this.withdrawal.set(null);
      await this.reread()(this.code().code);
    };
    void this.act.run(work, this.texts.of('adminCodes.done.undone'));
  }

  private ask<T>(dialog: ComponentType<unknown>, width: string): Promise<T | undefined> {
    this.isTouched.set(true);
    // Now: the list hears of it before the dialog has closed.
    this.inHand.hold(this.code());
    const asking = this.dialog.open<unknown, AdminCode, T>(dialog, { data: this.code(), width });
    return firstValueFrom(asking.afterClosed());
  }

  private isOver(revokedAt: string, done: string, withdrawal: Withdrawal | null = null): void {
    this.inHand.hold({ ...this.code(), revokedAt });
    const work = async () => {
      await this.reread()(this.code().code);
      this.withdrawal.set(withdrawal);
    };
    void this.act.run(work, done);
  }
}
