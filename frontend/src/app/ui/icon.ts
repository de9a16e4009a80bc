import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { IconName, iconShapes } from './icon-shapes';

/** A drawing beside a text that says the same: screen readers pass over it. */
@Component({
  selector: 'app-icon',
  template: '<svg viewBox="0 0 24 24"><path [attr.d]="shape()" /></svg>',
  styles: `
    :host {
      display: inline-flex;
      flex: none;
    }
    svg {
      width: 1.375em;
      height: 1.375em;
      fill: none;
      stroke: currentColor;
      stroke-width: 2;
      stroke-linecap: round;
      stroke-linejoin: round;
    }
  `,
  host: { 'aria-hidden': 'true' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Icon {
  readonly name = input.required<IconName>();
  protected readonly shape = computed(() => iconShapes[this.name()]);
}
