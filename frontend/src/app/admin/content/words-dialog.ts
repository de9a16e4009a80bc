import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MAT_DIALOG_DATA, MatDialogModule, MatDialogRef } from '@angular/material/dialog';
import { limits } from '@cartable/contract';
import { TranslocoPipe } from '@jsverse/transloco';
import { Plural } from '../../i18n/plural';
import { KeepsFocus } from '../../ui/keeps-focus';
import { Act } from '../act';
import { Outcome } from '../outcome';

export interface WordsAsked {
  title: string;
  /** Which texts, and which act. */
  act: 'hiding' | 'writing';
  send: (words: string) => Promise<void>;
}

/** Asks an administrator for words that the owner of a collection will read; closes with true once they are sent. */
@Component({
  selector: 'app-words-dialog',
  imports: [KeepsFocus, MatButton, MatDialogModule, Outcome, Plural, TranslocoPipe],
  templateUrl: './words-dialog.html',
  styleUrl: '../dialog.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class WordsDialog {
  protected readonly asked = inject<WordsAsked>(MAT_DIALOG_DATA);
  protected readonly words = signal('');
  protected readonly over = computed(() => this.words().trim().length - limits.message);
  protected readonly act = new Act();

  private readonly dialog = inject<MatDialogRef<WordsDialog, boolean>>(MatDialogRef);

  protected async send(): Promise<void> {
    const work = () => this.asked.send(this.words().trim());
    if (await this.act.run(work)) this.dialog.close(true);
  }
}
