import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialogModule, MatDialogRef } from '@angular/material/dialog';
import { Router } from '@angular/router';
import { limits } from '@cartable/contract';
import { TranslocoPipe } from '@jsverse/transloco';
import { Collections } from '../core/collections/collections';
import { CollectionsApi } from '../core/collections/collections-api';
import { problemKey } from '../core/problems/problem-text';
import { Texts } from '../i18n/texts';
import { FocusesWrong } from '../ui/focuses-wrong';
import { TextField } from '../ui/text-field';

/** Asks for a title, makes the collection and goes on to writing its cards. */
@Component({
  selector: 'app-new-collection-dialog',
  imports: [FocusesWrong, MatButton, MatDialogModule, TextField, TranslocoPipe],
  templateUrl: './new-collection-dialog.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NewCollectionDialog {
  protected readonly title = signal('');
  protected readonly tried = signal(false);
  protected readonly busy = signal(false);
  protected readonly refused = signal('');
  protected readonly excess = computed(() => this.title().trim().length - limits.title);
  protected readonly wrong = computed(() => {
    if (this.excess() > 0) return this.texts.plural('library.newDialog.tooLong', this.excess());
    if (this.tried() && !this.title().trim()) return this.texts.of('library.newDialog.needed');
    return this.refused() && this.texts.of(this.refused());
  });

  private readonly api = inject(CollectionsApi);
  private readonly collections = inject(Collections);
  private readonly dialog = inject(MatDialogRef);
  private readonly router = inject(Router);
  private readonly texts = inject(Texts);

  protected write(title: string): void {
    this.title.set(title);
    this.refused.set('');
  }

  protected async create(event: Event): Promise<void> {
    event.preventDefault();
    this.tried.set(true);
    const title = this.title().trim();
    if (!title || this.excess() > 0 || this.busy()) return;
    this.busy.set(true);
    try {
      const made = await this.api.create({ title });
      this.collections.put(made);
      this.dialog.close();
      await this.router.navigate(['/collections', made.id, 'edit']);
    } catch (error) {
      this.refused.set(problemKey(error));
    } finally {
      this.busy.set(false);
    }
  }
}
