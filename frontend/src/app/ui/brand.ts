import { ChangeDetectionStrategy, Component } from '@angular/core';

/** The logo, three cards one behind the other, and the name. */
@Component({
  selector: 'app-brand',
  template: `
    <svg viewBox="0 0 33 37" aria-hidden="true">
      <rect class="third" x="10" y="0" width="23" height="29" rx="6" />
      <rect class="second" x="5" y="3" width="24" height="30" rx="6" />
      <rect class="first" x="0" y="6" width="26" height="31" rx="6.5" />
    </svg>
    <span>Cartable</span>
  `,
  styles: `
    :host {
      display: inline-flex;
      align-items: center;
      gap: 12px;
      color: var(--ink);
      font-family: var(--display);
      font-size: 1.4375rem;
      font-weight: 700;
      letter-spacing: -0.01em;
    }
    svg {
      width: 33px;
      height: 37px;
    }
    .first {
      fill: var(--blue);
    }
    .second {
      fill: var(--tab-1);
    }
    .third {
      fill: var(--tab-2);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Brand {}
