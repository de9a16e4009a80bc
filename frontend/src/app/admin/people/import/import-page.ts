import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { RouterLink } from '@angular/router';
import { FirstCard, ImportField, importFields, limits } from '@cartable/contract';
import { TranslocoPipe } from '@jsverse/transloco';
import { Connection } from '../../../core/realtime/connection';
import { Plural } from '../../../i18n/plural';
import { Texts } from '../../../i18n/texts';
import { Choice } from '../../../ui/choice';
import { Icon } from '../../../ui/icon';
import { CardsDialog } from '../cards-dialog';
import { ImportState, ShownFault } from './import-state';

const SAMPLES = 3;
const FAULTS_AT_FIRST = 50;

/** From a file of the school to accounts, classes and cards, in the order of its steps. */
@Component({
  selector: 'app-import-page',
  imports: [Choice, Icon, MatButton, Plural, RouterLink, TranslocoPipe],
  templateUrl: './import-page.html',
  styleUrl: './import-page.scss',
  providers: [ImportState],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ImportPage {
  protected readonly state = inject(ImportState);
  protected readonly fields = importFields;
  protected readonly mostLines = limits.importLines;
  protected readonly allFaults = signal(false);
  protected readonly over = signal(false);
  protected readonly offline = computed(() => this.connection.state() === 'offline');
  protected readonly isRunning = computed(() => this.state.course() === 'running');
  /** Begun: the file and its columns stay as they are. */
  protected readonly begun = computed(() =>
    ['running', 'stopped', 'done'].includes(this.state.course()),
  );
  protected readonly roles = computed(() =>
    (['student', 'teacher'] as const).map((value) => ({
      value,
      label: this.texts.of(`adminImport.roles.${value}`),
    })),
  );
  /** What stands in each column, so that it can be told from the others. */
  protected readonly columns = computed(() =>
    this.state.titles().map((title, index) => ({
      title,
      field: this.state.columns()[index] ?? null,
      samples: this.state
        .rows()
        .slice(0, SAMPLES)
        .map(({ cells }) => cells[index] ?? '')
        .filter((cell) => cell !== '')
        .join(', '),
    })),
  );
  protected readonly faults = computed(() =>
    this.allFaults() ? this.state.faults() : this.state.faults().slice(0, FAULTS_AT_FIRST),
  );

  private readonly texts = inject(Texts);
  private readonly dialog = inject(MatDialog);
  private readonly connection = inject(Connection);

  protected async take(files: FileList | null | undefined): Promise<void> {
    this.over.set(false);
    this.allFaults.set(false);
    const file = files?.[0];
    if (file) await this.state.take(file);
  }

  protected async drop(event: DragEvent): Promise<void> {
    event.preventDefault();
    await this.take(event.dataTransfer?.files);
  }

  protected async choose(index: number, value: string): Promise<void> {
    await this.state.choose(index, importFields.find((field) => field === value) ?? null);
  }

  protected fieldOf({ field }: ShownFault): string {
    return field === null ? '' : this.texts.of(`adminImport.fields.${field satisfies ImportField}`);
  }

  protected showCards(): void {
    this.dialog.open<CardsDialog, readonly FirstCard[]>(CardsDialog, {
      data: this.state.cards(),
      width: '640px',
    });
  }
}
