import { CdkVirtualScrollRepeater, CdkVirtualScrollViewport } from '@angular/cdk/scrolling';
import {
  computed,
  DestroyRef,
  Directive,
  ElementRef,
  inject,
  input,
  OnInit,
  signal,
} from '@angular/core';
import { toObservable, toSignal } from '@angular/core/rxjs-interop';

const NARROWEST_PX = 280;
const GAP_PX = 22;

/**
 * Tiles beside each other in a viewport that scrolls: says which of them are to be drawn. All are drawn into one grid, in which
 * one that comes moves the others; in rows of their own it would make most of them anew. The styles find in `--columns` how many fit
 * beside each other, in `--row` how high a row is at the reader's size of text.
 */
@Directive({
  selector: '[appGrid]',
  exportAs: 'appGrid',
  host: { '[style.--columns]': 'columns()', '[style.--row.px]': 'rowHeight()' },
})
export class Grid<T> implements OnInit, CdkVirtualScrollRepeater<undefined> {
  readonly items = input.required<readonly T[]>({ alias: 'appGrid' });
  /** Height of a row, in rem. */
  readonly rowRem = input.required<number>();
  /** The room that is left at both sides together, in pixels. */
  readonly sides = input(0);

  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly viewport = inject(CdkVirtualScrollViewport);
  private readonly fitting = signal(1);
  private readonly height = signal(0);
  private readonly rows = computed(() => Math.ceil(this.items().length / this.fitting()));
  private readonly range = toSignal(this.viewport.renderedRangeStream, {
    initialValue: this.viewport.getRenderedRange(),
  });

  readonly columns = this.fitting.asReadonly();
  readonly rowHeight = this.height.asReadonly();
  readonly shown = computed(() => {
    const { start, end } = this.range();
    return this.items().slice(start * this.fitting(), end * this.fitting());
  });

  /** One for each row: the viewport asks how many there are. */
  readonly dataStream = toObservable(computed(() => new Array<undefined>(this.rows())));

  constructor() {
    const observer = new ResizeObserver(() => this.measure());
    observer.observe(this.element);
    this.viewport.attach(this);
    inject(DestroyRef).onDestroy(() => observer.disconnect());
  }

  ngOnInit(): void {
    this.measure();
  }

  measureRangeSize({ start, end }: { start: number; end: number }): number {
    return (end - start) * this.height();
  }

  private measure(): void {
    const width = this.element.clientWidth - this.sides();
    this.fitting.set(Math.max(1, Math.floor((width + GAP_PX) / (NARROWEST_PX + GAP_PX))));
    const rem = parseFloat(getComputedStyle(document.documentElement).fontSize);
    this.height.set(Math.round(this.rowRem() * rem));
  }
}
