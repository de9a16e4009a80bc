import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { AdminCode } from '@cartable/contract';
import { TranslocoPipe } from '@jsverse/transloco';
import { Day } from '../../i18n/day';
import { Count } from '../../i18n/count';
import { Plural } from '../../i18n/plural';
import { Icon } from '../../ui/icon';

/** One code in the list: what it opens, how it is used, what can be done about it. */
@Component({
  selector: 'app-code-row',
  imports: [Count, Day, Icon, MatButton, Plural, TranslocoPipe],
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
  readonly revoked = output();
  readonly rotated = output();

  protected readonly state = computed(() => {
    const { revokedAt, expiresAt, uses, maxUses } = this.code();
    if (revokedAt !== null) return 'revoked';
    if (Date.parse(expiresAt) <= this.now()) return 'expired';
    return maxUses !== null && uses >= maxUses ? 'full' : 'active';
  });
  protected readonly isOn = computed(() => ['active', 'full'].includes(this.state()));
  protected readonly isHot = computed(() => this.isOn() && this.code().heat !== null);
}
