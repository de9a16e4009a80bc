import { DestroyRef, Directive, ElementRef, inject, signal } from '@angular/core';

const NARROWEST_PX = 280;
const GAP_PX = 22;
const ROW_REM = 11.875;
// The room that a row leaves at both sides for the edges of its stacks.
const SIDES_PX = 36;

/** How many tiles fit beside each other, and how high a row is at the reader's size of text. */
@Directive({ selector: '[appGrid]', exportAs: 'appGrid' })
export class Grid {
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly fitting = signal(1);
  private readonly height = signal(ROW_REM * 16);

  readonly columns = this.fitting.asReadonly();
  readonly rowHeight = this.height.asReadonly();

  constructor() {
    const observer = new ResizeObserver(() => this.measure());
    observer.observe(this.element);
    inject(DestroyRef).onDestroy(() => observer.disconnect());
    this.measure();
  }

  private measure(): void {
    const width = this.element.clientWidth - SIDES_PX;
    this.fitting.set(Math.max(1, Math.floor((width + GAP_PX) / (NARROWEST_PX + GAP_PX))));
    const rem = parseFloat(getComputedStyle(document.documentElement).fontSize);
    this.height.set(Math.round(ROW_REM * rem));
  }
}
