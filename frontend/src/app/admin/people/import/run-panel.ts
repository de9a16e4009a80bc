import {
  afterNextRender,
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  ElementRef,
  inject,
  Injector,
  output,
  viewChild,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { TranslocoPipe } from '@jsverse/transloco';
import { Connection } from '../../../core/realtime/connection';
import { Count } from '../../../i18n/count';
import { Plural } from '../../../i18n/plural';
import { Icon } from '../../../ui/icon';
import { showCards } from '../cards-dialog';
import { ImportRun } from './import-run';

/** How far an import is, and what can be done with it: stop, go on, see the cards. */
@Component({
  selector: 'app-run-panel',
  imports: [Count, Icon, MatButton, Plural, TranslocoPipe],
  templateUrl: './run-panel.html',
  styleUrl: './run-panel.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RunPanel {
  readonly again = output();

  protected readonly run = inject(ImportRun);
  protected readonly offline = computed(() => this.connection.state() === 'offline');

  private readonly heading = viewChild.required<ElementRef<HTMLElement>>('heading');
  private readonly dialog = inject(MatDialog);
  private readonly connection = inject(Connection);

  constructor() {
    const injector = inject(Injector);
    effect(() => {
      this.run.course();
      afterNextRender(() => this.keepFocus(), { injector });
    });
  }

  protected showCards(): void {
    showCards(this.dialog, { cards: this.run.cards(), seen: this.run.seen });
  }

  /** The button that was pressed may be gone: whoever goes by keys starts at the heading, not at the top of the page. */
  private keepFocus(): void {
    if (document.activeElement === document.body) this.heading().nativeElement.focus();
  }
}
