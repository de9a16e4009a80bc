import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  input,
  model,
  viewChild,
} from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { Icon } from './icon';

/** Where somebody types what a list is to be searched for, and takes it back at a press. */
@Component({
  selector: 'app-search-field',
  imports: [Icon, TranslocoPipe],
  template: `
    <app-icon name="search" />
    <input
      #field
      type="search"
      autocomplete="off"
      enterkeyhint="search"
      maxlength="100"
      [attr.aria-label]="label()"
      [placeholder]="label()"
      [value]="text()"
      (input)="text.set(field.value)"
    />
    @if (text()) {
      <button
        type="button"
        [attr.aria-label]="'ui.clear' | transloco"
        (click)="text.set(''); focus()"
      >
        <app-icon name="close" />
      </button>
    }
  `,
  styleUrl: './search-field.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SearchField {
  readonly label = input.required<string>();
  readonly text = model('');

  private readonly field = viewChild.required<ElementRef<HTMLInputElement>>('field');

  focus(): void {
    this.field().nativeElement.focus();
  }
}
