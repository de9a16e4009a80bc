import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  input,
  model,
  signal,
  viewChild,
} from '@angular/core';
import { Icon } from './icon';

/** A password that can be shown while it is typed; its words and its errors are its owner's. */
@Component({
  selector: 'app-password-field',
  imports: [Icon],
  template: `
    <input
      #field
      [id]="fieldId()"
      [type]="shown() ? 'text' : 'password'"
      [autocomplete]="autocomplete()"
      autocapitalize="none"
      spellcheck="false"
      [attr.aria-describedby]="describedBy()"
      [attr.aria-invalid]="wrong()"
      [value]="text()"
      (input)="text.set(field.value)"
    />
    <button
      type="button"
      [attr.aria-label]="shown() ? hideLabel() : showLabel()"
      [attr.aria-pressed]="shown()"
      (click)="shown.set(!shown())"
    >
      <app-icon [name]="shown() ? 'eye-off' : 'eye'" />
    </button>
  `,
  styles: `
    :host {
      position: relative;
      display: block;
    }
    input {
      padding-right: 54px;
    }
    button {
      position: absolute;
      top: 3px;
      right: 3px;
      display: grid;
      place-items: center;
      width: 44px;
      height: 44px;
      border: 0;
      border-radius: 10px;
      background: none;
      color: var(--ink-soft);
      cursor: pointer;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PasswordField {
  readonly fieldId = input.required<string>();
  readonly autocomplete = input<'current-password' | 'new-password'>('current-password');
  readonly describedBy = input<string>();
  readonly wrong = input(false);
  readonly showLabel = input.required<string>();
  readonly hideLabel = input.required<string>();
  readonly text = model('');

  protected readonly shown = signal(false);
  private readonly field = viewChild.required<ElementRef<HTMLInputElement>>('field');

  focus(): void {
    this.field().nativeElement.focus();
  }
}
