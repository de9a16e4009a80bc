import { ChangeDetectionStrategy, Component, computed, input, resource } from '@angular/core';
import { qrPath } from './qr-path';

/** A QR code that a phone reads from the last row: black on white with its quiet zone, also at night. */
@Component({
  selector: 'app-qr',
  template: `
    @if (drawing.value(); as drawn) {
      <svg [attr.viewBox]="viewBox()" role="img" [attr.aria-label]="label()">
        <path [attr.d]="drawn.path" />
      </svg>
    }
  `,
  styleUrl: './qr.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Qr {
  readonly text = input.required<string>();
  readonly label = input.required<string>();

  protected readonly drawing = resource({
    params: () => this.text(),
    loader: async ({ params }) => {
      const { encode } = await import('uqr');
      const { data, size } = encode(params, { ecc: 'M', border: 3 });
      return { path: qrPath(data), size };
    },
  });
  protected readonly viewBox = computed(() => {
    const size = this.drawing.value()?.size ?? 1;
    return `0 0 ${size} ${size}`;
  });
}
