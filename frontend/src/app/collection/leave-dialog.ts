import {
  afterNextRender,
  ChangeDetectionStrategy,
  Component,
  computed,
  ElementRef,
  inject,
  Injector,
  signal,
  viewChild,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MAT_DIALOG_DATA, MatDialogModule, MatDialogRef } from '@angular/material/dialog';
import { Collection } from '@cartable/contract';
import { TranslocoPipe } from '@jsverse/transloco';
import { Collections } from '../core/collections/collections';
import { CollectionsApi } from '../core/collections/collections-api';
import { ProblemError } from '../core/problems/problem-error';
import { problemKey } from '../core/problems/problem-text';
import { Plural } from '../i18n/plural';

/** Asks before a collection leaves the list; where others follow it, its owner chooses what becomes of their copies. */
@Component({
  selector: 'app-leave-dialog',
  imports: [MatButton, MatDialogModule, Plural, TranslocoPipe],
  templateUrl: './leave-dialog.html',
  styleUrl: './leave-dialog.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LeaveDialog {
  protected readonly collection = inject<Collection>(MAT_DIALOG_DATA);
  protected readonly owned = this.collection.role === 'owner';
  /** How many follow it: known once the server has asked for the choice. */
  protected readonly followers = signal(0);
  protected readonly choice = signal<'keep' | 'withdraw'>('keep');
  protected readonly busy = signal(false);
  protected readonly refused = signal('');
  protected readonly heading = computed(() =>
    this.owned ? 'collection.leaving.delete' : 'collection.leaving.leave',
  );

  private readonly first = viewChild<ElementRef<HTMLInputElement>>('first');
  private readonly injector = inject(Injector);
  private readonly api = inject(CollectionsApi);
  private readonly collections = inject(Collections);
  private readonly dialog = inject<MatDialogRef<LeaveDialog, boolean>>(MatDialogRef);

  protected async confirm(): Promise<void> {
    this.busy.set(true);
    this.refused.set('');
    try {
      await this.api.remove(this.collection.id, this.followers() > 0 ? this.choice() : undefined);
      this.collections.drop(this.collection.id);
      this.dialog.close(true);
    } catch (error) {
      this.answer(error);
    } finally {
      this.busy.set(false);
    }
  }

  private answer(error: unknown): void {
    const asked = error instanceof ProblemError && error.code === 'followers-choice-needed';
    if (asked) this.ask(error.problem?.followers ?? 1);
    else this.refused.set(problemKey(error));
  }

  /** The choice gets the focus, so that the question is heard. */
  private ask(followers: number): void {
    this.followers.set(followers);
    afterNextRender(() => this.first()?.nativeElement.focus(), { injector: this.injector });
  }
}
