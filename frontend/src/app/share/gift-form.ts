import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  linkedSignal,
  signal,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { ClassSummary, GiftResult, limits } from '@cartable/contract';
import { TranslocoPipe } from '@jsverse/transloco';
import { ClassesApi } from '../core/classes/classes-api';
import { problemKey } from '../core/problems/problem-text';
import { Plural } from '../i18n/plural';
import { FocusesWrong } from '../ui/focuses-wrong';
import { Icon } from '../ui/icon';
import { TextField } from '../ui/text-field';

/** Gives a collection to a whole class, without a code. */
@Component({
  selector: 'app-gift-form',
  imports: [FocusesWrong, Icon, MatButton, Plural, TextField, TranslocoPipe],
  templateUrl: './gift-form.html',
  styleUrl: './new-code-form.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class GiftForm {
  readonly collectionId = input.required<string>();
  readonly classes = input.required<readonly ClassSummary[]>();

  protected readonly chosen = linkedSignal(() => this.classes()[0]?.id ?? '');
  protected readonly message = signal('');
  protected readonly left = computed(() => limits.message - this.message().length);
  protected readonly busy = signal(false);
  protected readonly refused = signal('');
  protected readonly done = signal<(GiftResult & { name: string }) | null>(null);

  private readonly api = inject(ClassesApi);

  protected choose(id: string): void {
    this.chosen.set(id);
    this.done.set(null);
  }

  protected async give(event: Event): Promise<void> {
    event.preventDefault();
    const { name } = this.classes().find(({ id }) => id === this.chosen()) ?? {};
    if (this.busy() || this.left() < 0 || name === undefined) return;
    this.busy.set(true);
    this.refused.set('');
    this.done.set(null);
    try {
      const body = { classId: this.chosen(), message: this.message() };
      this.done.set({ ...(await this.api.give(this.collectionId(), body)), name });
    } catch (error) {
      this.refused.set(problemKey(error));
    } finally {
      this.busy.set(false);
    }
  }
}
