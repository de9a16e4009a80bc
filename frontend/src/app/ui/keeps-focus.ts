import { DOCUMENT } from '@angular/common';
import { afterEveryRender, Directive, ElementRef, inject } from '@angular/core';

/**
 * Where the focus goes when what has it is switched off or taken away: to the part around it that still stands and bears
 * `tabindex="-1"`, else to the heading. The browser would drop it, and whoever uses the keyboard begin at the top of the page.
 */
@Directive({ selector: '[appKeepsFocus]', host: { '(focusin)': 'hold($event.target)' } })
export class KeepsFocus {
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly document = inject(DOCUMENT);
  private held: Element | null = null;
  private around: HTMLElement[] = [];

  constructor() {
    afterEveryRender(() => this.look());
  }

  protected hold(target: EventTarget | null): void {
    if (!(target instanceof HTMLElement)) return;
    this.held = target;
    this.around = [];
    for (let one = target.parentElement; one && one !== this.host; one = one.parentElement) {
      if (one.matches('[tabindex="-1"]')) this.around.push(one);
    }
  }

  private look(): void {
    const { held } = this;
    const active = this.document.activeElement;
    if (!held || this.isInDialog(active)) return;
    const isDropped = active === held || active === null || active === this.document.body;
    const isLost = !held.isConnected || held.matches(':disabled');
    if (isDropped && isLost) this.take(this.around.find((one) => one.isConnected));
    else if (!isDropped) this.held = null;
  }

  private take(place = this.host.querySelector<HTMLElement>('h1, h2') ?? this.host): void {
    this.held = null;
    place.tabIndex = -1;
    place.focus({ preventScroll: true });
  }

  /** Which gives the focus back when it closes, to whatever there is by then. */
  private isInDialog(active: Element | null): boolean {
    return active?.closest('.cdk-overlay-container') != null && !this.host.contains(active);
  }
}
