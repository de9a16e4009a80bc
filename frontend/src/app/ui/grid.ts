import { DestroyRef, Directive, ElementRef, inject, input, OnInit, signal } from '@angular/core';

const NARROWEST_PX = 280;
const GAP_PX = 22;

/** How many tiles fit beside each other, and how high a row is at the reader's size of text. */
@Directive({ selector: '[appGrid]', exportAs: 'appGrid' })
export class Grid implements OnInit {
  /** Height of a row, in rem. */
  readonly rowRem = input.required<number>();
  /** The room that a row leaves at both sides together, in pixels. */
  readonly sides = input(0);

  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly fitting = signal(1);
  private readonly height = signal(0);

  readonly columns = this.fitting.asReadonly();
  readonly rowHeight = this.height.asReadonly();

  constructor() {
    const observer = new ResizeObserver(() => this.measure());
    observer.observe(this.element);
    inject(DestroyRef).onDestroy(() => observer.disconnect());
  }

  ngOnInit(): void {
    this.measure();
  }

  private measure(): void {
    const width = this.element.clientWidth - this.sides();
    this.fitting.set(Math.max(1, Math.floor((width + GAP_PX) / (NARROWEST_PX + GAP_PX))));
    const rem = parseFloat(getComputedStyle(document.documentElement).fontSize);
    this.height.set(Math.round(this.rowRem() * rem));
  }
}
