import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';

export interface Option<T extends string> {
  value: T;
  label: string;
}

let groups = 0;

/** One of a few, all in view: a row of radio buttons that look like one control. */
@Component({
  selector: 'app-choice',
  template: `
    @for (option of options(); track option.value) {
      <label>
        <input
          type="radio"
          [name]="group"
          [value]="option.value"
          [checked]="option.value === value()"
          (change)="chosen.emit(option.value)"
        />
        <span>{{ option.label }}</span>
      </label>
    }
  `,
  styleUrl: './choice.scss',
  host: { role: 'radiogroup', '[attr.aria-label]': 'label()' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Choice<T extends string> {
  readonly label = input.required<string>();
  readonly options = input.required<readonly Option<T>[]>();
  readonly value = input.required<T>();
  readonly chosen = output<T>();

  protected readonly group = `choice-${++groups}`;
}
