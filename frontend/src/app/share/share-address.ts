import { DOCUMENT } from '@angular/common';
import { inject, Injectable } from '@angular/core';

/** Where a pupil goes with a code, on whatever host the school put Cartable. */
@Injectable({ providedIn: 'root' })
export class ShareAddress {
  private readonly location = inject(DOCUMENT).location;

  /** Short enough for a board: no protocol. */
  readonly short = `${this.location.host}/i`;

  of(code: string): string {
    return `${this.location.origin}/i/${code}`;
  }
}
