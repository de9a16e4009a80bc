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
import { MatDialog } from '@angular/material/dialog';
import { RouterLink } from '@angular/router';
import { limits } from '@cartable/contract';
import { TranslocoPipe } from '@jsverse/transloco';
import { firstValueFrom } from 'rxjs';
import { Session } from '../../../core/session/session';
import { Count } from '../../../i18n/count';
import { Texts } from '../../../i18n/texts';
import { Choice } from '../../../ui/choice';
import { Icon } from '../../../ui/icon';
import { ColumnList } from './column-list';
import { FaultList } from './fault-list';
import { Foreseen } from './foreseen';
import { ImportRun } from './import-run';
import { ImportState } from './import-state';
import { LeaveDialog, Leaving } from './leave-dialog';
import { RunPanel } from './run-panel';

/** From a file of the school to accounts, classes and cards, in the order of its steps. */
@Component({
  selector: 'app-import-page',
  imports: [
    Choice,
    ColumnList,
    Count,
    FaultList,
    Foreseen,
    Icon,
    RouterLink,
    RunPanel,
    TranslocoPipe,
  ],
  templateUrl: './import-page.html',
  styleUrl: './import-page.scss',
  providers: [ImportState, ImportRun],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { '(window:beforeunload)': 'warn($event)' },
})
export class ImportPage {
  protected readonly state = inject(ImportState);
  protected readonly run = inject(ImportRun);
  protected readonly mostLines = limits.importLines;
  protected readonly over = signal(false);
  /** Begun: the file and its columns stay as they are. */
  protected readonly begun = computed(() => this.run.course() !== 'waiting');
  protected readonly faults = computed(() => [...this.state.faults(), ...this.run.faults()]);
  protected readonly roles = computed(() =>
    (['student', 'teacher'] as const).map((value) => ({
      value,
      label: this.texts.of(`adminImport.roles.${value}`),
    })),
  );
  /** What is to be known of the columns, as a key of our texts. */
  protected readonly note = computed(() => {
    const missing = this.state.missing();
    return missing ? `missing.${missing}` : this.state.lacksClass() ? 'noClass' : '';
  });

  private readonly file = viewChild<ElementRef<HTMLInputElement>>('file');
  private readonly texts = inject(Texts);
  private readonly session = inject(Session);
  private readonly dialog = inject(MatDialog);
  private readonly injector = inject(Injector);

  /** For the router; whoever is signed out is not kept. */
  async mayLeave(): Promise<boolean> {
    return !this.wouldLose() || this.session.state() === 'signed-out' || this.ask();
  }

  protected async take(files: FileList | null | undefined): Promise<void> {
    this.over.set(false);
    const file = files?.[0];
    if (file) await this.state.take(file);
  }

  protected async drop(event: DragEvent): Promise<void> {
    event.preventDefault();
    await this.take(event.dataTransfer?.files);
  }

  protected async another(): Promise<void> {
    if (this.wouldLose() && !(await this.ask())) return;
    this.run.forget();
    this.state.forget();
    afterNextRender(() => this.file()?.nativeElement.focus(), { injector: this.injector });
  }

  protected warn(event: BeforeUnloadEvent): void {
    if (this.wouldLose()) event.preventDefault();
  }

  private wouldLose(): boolean {
    return this.run.isRunning() || this.run.unseen() > 0;
  }

  private async ask(): Promise<boolean> {
    const data = { isRunning: this.run.isRunning(), unseen: this.run.unseen() };
    const asking = this.dialog.open<LeaveDialog, Leaving, boolean>(LeaveDialog, {
      data,
      width: '480px',
    });
    if ((await firstValueFrom(asking.afterClosed())) !== true) return false;
    // What was running when the question came may have ended since, and left cards.
    const isOver = data.isRunning && !this.run.isRunning();
    return isOver && this.run.unseen() > 0 ? this.ask() : true;
  }
}
