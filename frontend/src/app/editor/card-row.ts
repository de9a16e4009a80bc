import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import { MatButton, MatIconButton } from '@angular/material/button';
import { TranslocoPipe } from '@jsverse/transloco';
import { Icon } from '../ui/icon';
import { Row } from './row';

export type RowKey = 'next' | 'insert' | 'up' | 'down' | 'delete';

/** One card to write: front and back, its keys, and a choice when somebody else changed it meanwhile. */
@Component({
  selector: 'app-card-row',
  imports: [Icon, MatButton, MatIconButton, TranslocoPipe],
  templateUrl: './card-row.html',
  styleUrl: './card-row.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CardRow {
  readonly row = input.required<Row>();
  readonly number = input.required<number>();
  readonly typed = output<{ front?: string; back?: string }>();
  readonly key = output<RowKey>();
  readonly pasted = output<string>();
  readonly chosen = output<'mine' | 'theirs'>();
  readonly focused = output<string>();

  protected press(event: KeyboardEvent): void {
    const key = keyOf(event);
    if (!key) return;
    event.preventDefault();
    this.key.emit(key);
  }

  /** Several lines, or a line with a tab, are cards: they are shown before they are added. */
  protected paste(event: ClipboardEvent): void {
    const text = event.clipboardData?.getData('text/plain') ?? '';
    const isTable = text.includes('\t') || text.trim().split('\n').length > 2;
    if (!isTable) return;
    event.preventDefault();
    this.pasted.emit(text);
  }
}

function keyOf({
  key,
  altKey,
  ctrlKey,
  metaKey,
  shiftKey,
  isComposing,
}: KeyboardEvent): RowKey | null {
  if (key === 'Enter' && (ctrlKey || metaKey)) return 'insert';
  if (key === 'Enter' && !shiftKey && !isComposing) return 'next';
  if (altKey && key === 'ArrowUp') return 'up';
  if (altKey && key === 'ArrowDown') return 'down';
  return (ctrlKey || metaKey) && key === 'Backspace' ? 'delete' : null;
}
