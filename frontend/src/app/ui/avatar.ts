import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { tabColour } from './tab-colour';

/** A person's initials on a colour of their own; the name itself stands beside it or in its button's label. */
@Component({
  selector: 'app-avatar',
  template: '',
  styles: `
    :host {
      display: inline-grid;
      place-items: center;
      flex: none;
      width: 36px;
      height: 36px;
      border-radius: 50%;
      color: #10182f;
      font-size: 0.875rem;
      font-weight: 700;
      line-height: 1;
    }
    /* Drawn and not written: initials are no name to be read out. */
    :host::after {
      content: attr(data-initials);
    }
  `,
  host: {
    'aria-hidden': 'true',
    '[style.background]': 'colour()',
    '[attr.data-initials]': 'initials()',
  },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Avatar {
  readonly name = input.required<string>();

  protected readonly colour = computed(() => tabColour(this.name()));
  protected readonly initials = computed(() => {
    const words = this.name().split(/\s+/).filter(Boolean);
    const ends = words.length > 1 ? [words[0], words.at(-1)] : words;
    return ends.map((word) => [...(word ?? '')][0]?.toLocaleUpperCase('fr') ?? '').join('');
  });
}
