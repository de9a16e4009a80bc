import {
  afterNextRender,
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  input,
  model,
  viewChild,
} from '@angular/core';
import { formatShareCode, readShareCode } from '@cartable/contract';

/**
 * The field for a share code: capitals and the hyphen come by themselves, spaces and pasted addresses are understood, and
 * what can't be a code stays as it was typed.
 */
@Component({
  selector: 'app-code-field',
  template: `
    <input
      #field
      type="text"
      inputmode="text"
      autocapitalize="characters"
      autocomplete="off"
      autocorrect="off"
      spellcheck="false"
      enterkeyhint="go"
      placeholder="XXXX-XXXX"
      [attr.aria-label]="label()"
      [attr.aria-describedby]="describedBy()"
      [attr.aria-invalid]="wrong()"
      [value]="text()"
      (input)="read(field)"
    />
  `,
  styleUrl: './code-field.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CodeField {
  readonly label = input.required<string>();
  readonly describedBy = input<string>();
  readonly wrong = input(false);
  readonly text = model('');
  private readonly field = viewChild.required<ElementRef<HTMLInputElement>>('field');

  constructor() {
    afterNextRender(() => this.field().nativeElement.focus({ preventScroll: true }));
  }

  focus(): void {
    this.field().nativeElement.focus();
  }

  protected read(field: HTMLInputElement): void {
    const typed = field.value;
    const reading = readShareCode(typed);
    if ('code' in reading) {
      const before = readShareCode(typed.slice(0, field.selectionStart ?? typed.length));
      const shown = formatShareCode(reading.code);
      // The caret stays behind the letter it was behind, whatever the hyphen does; behind a pasted address it goes last.
      const letters = 'code' in before ? before.code.length : reading.code.length;
      const caret = letters > 4 ? letters + 1 : letters;
      field.value = shown;
      field.setSelectionRange(caret, caret);
      this.text.set(shown);
    } else {
      this.text.set(typed);
    }
  }
}
