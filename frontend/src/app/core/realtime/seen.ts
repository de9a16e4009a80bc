import { DOCUMENT } from '@angular/common';
import { inject, Injectable } from '@angular/core';
import { filter, throttleTime } from 'rxjs';
import { Link } from './link';
import { Stream } from './stream';

/** A sample of what happens: a screen tells at most once in this time. */
const EVERY_MS = 10_000;

/** Tells the server how long events took from their commit to this screen: what administrators see as the delay. */
@Injectable({ providedIn: 'root' })
export class Seen {
  private readonly link = inject(Link);
  private readonly stream = inject(Stream);
  private readonly document = inject(DOCUMENT);

  /** Once, when the page starts. */
  start(): void {
    this.stream.events
      .pipe(
        // What was missed meanwhile, or came while nobody looked, says nothing of the delivery.
        filter(({ at }) => this.isVisible() && this.age(at) < this.connectedFor()),
        throttleTime(EVERY_MS),
      )
      .subscribe(({ at }) => this.afterPaint(() => this.tell(at)));
  }

  private tell(at: string): void {
    const delayMs = Math.round(Math.max(0, this.age(at)));
    if (Number.isFinite(delayMs)) this.link.say('seen', { delayMs });
  }

  /** Milliseconds since then by the server's clock; endless while that is not known. */
  private age(at: string): number {
    const now = this.link.serverTime();
    return now === null ? Infinity : now - Date.parse(at);
  }

  private connectedFor(): number {
    return Date.now() - this.link.connectedAt;
  }

  private isVisible(): boolean {
    return this.document.visibilityState === 'visible';
  }

  /** The second frame begins when the first has been painted. */
  private afterPaint(act: () => void): void {
    requestAnimationFrame(() => requestAnimationFrame(act));
  }
}
