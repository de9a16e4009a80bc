import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import { ImportField, importFields } from '@cartable/contract';
import { TranslocoPipe } from '@jsverse/transloco';
import { Columns } from './columns';
import { Row } from './read-file';

const SAMPLES = 3;

export interface Chosen {
  index: number;
  field: ImportField | null;
}

/** What each column of a file is, with what stands in it, so that it can be told from the others. */
@Component({
  selector: 'app-column-list',
  imports: [TranslocoPipe],
  template: `
    <ul class="sheet">
      @for (column of shown(); track $index) {
        <li>
          <label [for]="'column-' + $index">
            <strong>{{ column.title || ('adminImport.columns.untitled' | transloco) }}</strong>
            <span class="quiet">{{ column.samples }}</span>
          </label>
          <select
            #select
            [id]="'column-' + $index"
            [class.unused]="column.field === null"
            (change)="choose($index, select.value)"
          >
            <option value="" [selected]="column.field === null">
              {{ 'adminImport.fields.none' | transloco }}
            </option>
            @for (field of fields; track field) {
              <option [value]="field" [selected]="column.field === field">
                {{ 'adminImport.fields.' + field | transloco }}
              </option>
            }
          </select>
        </li>
      }
    </ul>
  `,
  styleUrl: './column-list.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ColumnList {
  readonly titles = input.required<readonly string[]>();
  readonly columns = input.required<Columns>();
  readonly rows = input.required<readonly Row[]>();
  readonly chosen = output<Chosen>();

  protected readonly fields = importFields;
  protected readonly shown = computed(() =>
    this.titles().map((title, index) => ({
      title,
      field: this.columns()[index] ?? null,
      samples: this.rows()
        .slice(0, SAMPLES)
        .map(({ cells }) => cells[index] ?? '')
        .filter((cell) => cell !== '')
        .join(', '),
    })),
  );

  protected choose(index: number, value: string): void {
    this.chosen.emit({ index, field: importFields.find((field) => field === value) ?? null });
  }
}
