import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { piecesOf } from './name-pieces';

/** Somebody's name in a list by family names: what it is listed by is set off, as in an address book. */
@Component({
  selector: 'app-person-name',
  template: `<bdi
    >{{ pieces().before }}<b>{{ pieces().family }}</b
    >{{ pieces().after }}</bdi
  >`,
  styles: `
    :host {
      min-width: 0;
      overflow-wrap: anywhere;
    }
    b {
      font-weight: 650;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PersonName {
  readonly name = input.required<string>();
  readonly family = input.required<string | null>();

  protected readonly pieces = computed(() => piecesOf(this.name(), this.family()));
}
