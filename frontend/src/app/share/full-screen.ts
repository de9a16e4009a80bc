import { DOCUMENT } from '@angular/common';
import { inject, Injectable } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { fromEvent, map } from 'rxjs';

/** The whole screen for the page, and back. */
@Injectable()
export class FullScreen {
  private readonly document = inject(DOCUMENT);

  readonly possible = this.document.fullscreenEnabled;
  readonly on = toSignal(
    fromEvent(this.document, 'fullscreenchange').pipe(
      map(() => this.document.fullscreenElement !== null),
    ),
    { initialValue: this.document.fullscreenElement !== null },
  );

  async toggle(): Promise<void> {
    try {
      if (this.on()) await this.document.exitFullscreen();
      else await this.document.documentElement.requestFullscreen();
    } catch {
      // Refused by the browser: F11 is left, and the page reads well without.
    }
  }
}
