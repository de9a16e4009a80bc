import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MAT_DIALOG_DATA, MatDialogModule, MatDialogRef } from '@angular/material/dialog';
import { TranslocoPipe } from '@jsverse/transloco';
import { v4 as newId } from 'uuid';
import { problemKey } from '../core/problems/problem-text';
import { Plural } from '../i18n/plural';
import { Manuscript } from './manuscript';
import { readPasted, Separator, separators } from './paste-cards';

const PREVIEWED = 200;

/** Shows what was pasted, line by line, before it becomes cards; bad lines stay out. */
@Component({
  selector: 'app-paste-dialog',
  imports: [MatButton, MatDialogModule, Plural, TranslocoPipe],
  templateUrl: './paste-dialog.html',
  styleUrl: './paste-dialog.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PasteDialog {
  private readonly data = inject<{ text: string; manuscript: Manuscript }>(MAT_DIALOG_DATA);
  private readonly dialog = inject<MatDialogRef<PasteDialog>>(MatDialogRef);

  protected readonly text = signal(this.data.text);
  protected readonly chosen = signal<Separator | undefined>(undefined);
  protected readonly read = computed(() => readPasted(this.text(), this.chosen()));
  protected readonly shown = computed(() => this.read().lines.slice(0, PREVIEWED));
  /** The ids stay while the text does: trying again adds nothing twice. */
  protected readonly good = computed(() =>
    this.read().lines.flatMap(({ card }) => (card ? { ...card, id: newId() } : [])),
  );
  protected readonly bad = computed(() => this.read().lines.length - this.good().length);
  protected readonly separators = separators;
  protected readonly names: Record<Separator, string> = {
    '\t': 'tab',
    ';': 'semicolon',
    ',': 'comma',
  };
  protected readonly busy = signal(false);
  protected readonly refused = signal('');

  protected async add(): Promise<void> {
    this.busy.set(true);
    this.refused.set('');
    try {
      await this.data.manuscript.addMany(this.good());
      this.dialog.close();
    } catch (error) {
      this.refused.set(problemKey(error));
    } finally {
      this.busy.set(false);
    }
  }
}
