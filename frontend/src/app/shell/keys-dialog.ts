import { ChangeDetectionStrategy, Component } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialogModule } from '@angular/material/dialog';
import { TranslocoPipe } from '@jsverse/transloco';

interface Group {
  name: string;
  /** A key has a sign of its own, or a name that differs by language. */
  keys: readonly { sign?: string; name?: string; does: string }[];
}

/** Every key that the pages answer to, by what one is doing. */
@Component({
  selector: 'app-keys-dialog',
  imports: [MatButton, MatDialogModule, TranslocoPipe],
  templateUrl: './keys-dialog.html',
  styleUrl: './keys-dialog.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class KeysDialog {
  protected readonly groups: readonly Group[] = [
    {
      name: 'shell.keys.everywhere',
      keys: [
        { sign: '/', does: 'shell.keys.search' },
        { sign: '?', does: 'shell.keys.help' },
        { name: 'shell.keys.esc', does: 'shell.keys.escape' },
      ],
    },
    {
      name: 'shell.keys.reading',
      keys: [
        { name: 'shell.keys.space', does: 'shell.keys.flip' },
        { sign: '→', does: 'shell.keys.next' },
        { sign: '←', does: 'shell.keys.previous' },
      ],
    },
    {
      name: 'shell.keys.writing',
      keys: [
        { name: 'shell.keys.tab', does: 'shell.keys.toBack' },
        { name: 'shell.keys.enter', does: 'shell.keys.newCard' },
        { name: 'shell.keys.ctrlEnter', does: 'shell.keys.insert' },
        { name: 'shell.keys.altArrows', does: 'shell.keys.move' },
        { name: 'shell.keys.ctrlBackspace', does: 'shell.keys.remove' },
      ],
    },
  ];
}
