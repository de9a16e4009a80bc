import { DestroyRef, inject, signal } from '@angular/core';

/** Seconds that are left to wait, counted down to zero; made in an injection context, it ends with its owner. */
export class Countdown {
  private readonly seconds = signal(0);
  private timer: ReturnType<typeof setInterval> | undefined;

  readonly left = this.seconds.asReadonly();

  constructor() {
    inject(DestroyRef).onDestroy(() => this.stop());
  }

  start(seconds: number): void {
    this.stop();
    // From the clock and not from the ticks: a tab in the background gets few of them.
    const end = Date.now() + seconds * 1000;
    this.seconds.set(seconds);
    this.timer = setInterval(() => {
      this.seconds.set(Math.max(0, Math.ceil((end - Date.now()) / 1000)));
      if (this.seconds() === 0) this.stop();
    }, 250);
  }

  stop(): void {
    clearInterval(this.timer);
    this.seconds.set(0);
  }
}
