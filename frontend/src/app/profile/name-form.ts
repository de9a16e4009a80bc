import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  linkedSignal,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { limits, Me } from '@cartable/contract';
import { TranslocoPipe } from '@jsverse/transloco';
import { Session } from '../core/session/session';
import { TextField } from '../ui/text-field';
import { Saving } from './saving';

/** The name under which others see a person. */
@Component({
  selector: 'app-name-form',
  imports: [MatButton, TextField, TranslocoPipe],
  templateUrl: './name-form.html',
  styleUrl: './form.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NameForm {
  readonly person = input.required<Me>();

  protected readonly saving = new Saving(inject(Session));
  protected readonly name = linkedSignal(() => this.person().displayName);
  protected readonly wrong = computed(() => {
    const length = this.name().trim().length;
    return length === 0
      ? 'profile.nameNeeded'
      : length > limits.displayName
        ? 'profile.nameTooLong'
        : this.saving.refused();
  });

  protected write(name: string): void {
    this.name.set(name);
    this.saving.forget();
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    if (!this.wrong()) await this.saving.save({ displayName: this.name().trim() });
  }
}
