import { ChangeDetectionStrategy, Component, input, model } from '@angular/core';

let count = 0;

/** A line of text: what it is above it and, below, what is wrong with it or else a hint. */
@Component({
  selector: 'app-text-field',
  host: { class: 'field' },
  template: `
    <label [for]="id">{{ label() }}</label>
    <input
      #field
      [id]="id"
      [type]="type()"
      [attr.autocomplete]="autocomplete()"
      [attr.inputmode]="inputMode()"
      [attr.autocapitalize]="isExact() ? 'none' : null"
      [attr.spellcheck]="isExact() ? 'false' : null"
      [attr.maxlength]="maxLength()"
      [required]="isRequired()"
      [attr.aria-describedby]="id + '-said'"
      [attr.aria-invalid]="wrong() !== ''"
      [value]="text()"
      (input)="text.set(field.value)"
    />
    <p aria-live="polite" [id]="id + '-said'" [class.wrong]="wrong()">{{ wrong() || hint() }}</p>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TextField {
  readonly label = input.required<string>();
  readonly text = model('');
  /** Empty: nothing is. */
  readonly wrong = input('');
  readonly hint = input('');
  readonly type = input<'text' | 'email'>('text');
  readonly autocomplete = input<'off' | 'name'>('off');
  readonly inputMode = input<'numeric'>();
  readonly maxLength = input<number>();
  readonly isRequired = input(false);
  /** An address or a number: no keyboard capitalizes or corrects it. */
  readonly isExact = input(false);

  protected readonly id = `text-field-${(count += 1)}`;
}
