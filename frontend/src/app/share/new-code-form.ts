import { ChangeDetectionStrategy, Component, computed, input, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { ClassSummary, limits, NewShareCodeBody } from '@cartable/contract';
import { TranslocoPipe } from '@jsverse/transloco';
import { Count } from '../i18n/count';
import { Plural } from '../i18n/plural';
import { FocusesWrong } from '../ui/focuses-wrong';
import { TextField } from '../ui/text-field';
import { dayAhead, readCap, readExpiry } from './code-wishes';

const NEAR_THE_END = 100;

/** What a teacher may wish of a new code; says at each field what can't be, before anything is sent. */
@Component({
  selector: 'app-new-code-form',
  imports: [Count, FocusesWrong, MatButton, Plural, TextField, TranslocoPipe],
  templateUrl: './new-code-form.html',
  styleUrl: './new-code-form.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NewCodeForm {
  readonly busy = input(false);
  /** Key of what the server said against it. */
  readonly refused = input('');
  readonly mayCancel = input(false);
  /** That the teacher teaches. */
  readonly classes = input<readonly ClassSummary[]>([]);
  readonly asked = output<NewShareCodeBody>();
  readonly cancelled = output();

  protected readonly maxUses = limits.shareCodeUses;
  protected readonly today = dayAhead(0, new Date());
  protected readonly lastDay = dayAhead(limits.shareCodeDays - 1, new Date());
  protected readonly message = signal('');
  protected readonly day = signal(dayAhead(limits.shareCodeDefaultDays, new Date()));
  protected readonly number = signal('');
  /** Empty: open to all. */
  protected readonly classId = signal('');

  protected readonly left = computed(() => limits.message - this.message().length);
  protected readonly nearEnd = computed(() => this.left() < NEAR_THE_END);
  protected readonly expiry = computed(() => readExpiry(this.day(), new Date()));
  protected readonly expiryWrong = computed(() => {
    const expiry = this.expiry();
    return 'wrong' in expiry ? expiry.wrong : null;
  });
  protected readonly cap = computed(() => readCap(this.number()));

  protected submit(event: Event): void {
    event.preventDefault();
    const expiry = this.expiry();
    const maxUses = this.cap();
    if (this.busy() || 'wrong' in expiry || maxUses === null || this.left() < 0) return;
    const classId = this.classId() || undefined;
    this.asked.emit({ message: this.message(), expiresAt: expiry.at, maxUses, classId });
  }
}
