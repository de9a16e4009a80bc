import { computed, DestroyRef, Directive, ElementRef, inject, signal } from '@angular/core';

const EDGE = '36px';

/** A row that scrolls sideways fades at the edge beyond which there is more. */
@Directive({
  selector: '[appFadingEdges]',
  host: { '(scroll)': 'look()', '[style.mask-image]': 'mask()' },
})
export class FadingEdges {
  private readonly row = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly before = signal(false);
  private readonly after = signal(false);

  protected readonly mask = computed(() => {
    const [start, end] = [this.before(), this.after()].map((more) =>
      more ? 'transparent' : '#000',
    );
    return this.before() || this.after()
      ? `linear-gradient(to right, ${start}, #000 ${EDGE} calc(100% - ${EDGE}), ${end})`
      : null;
  });

  constructor() {
    const observer = new ResizeObserver(() => this.look());
    observer.observe(this.row);
    inject(DestroyRef).onDestroy(() => observer.disconnect());
  }

  protected look(): void {
    const { scrollLeft, clientWidth, scrollWidth } = this.row;
    this.before.set(scrollLeft > 1);
    this.after.set(scrollLeft + clientWidth < scrollWidth - 1);
  }
}
