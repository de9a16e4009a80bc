import { ChangeDetectionStrategy, Component, computed, input, linkedSignal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { Point } from '../series';
import { barsOf } from './scale';

/** Bars over time. Arrow keys, or a finger, go from bar to bar and read each out; a table behind it holds them all. */
@Component({
  selector: 'app-bar-chart',
  imports: [TranslocoPipe],
  templateUrl: './bar-chart.html',
  styleUrl: './bar-chart.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class BarChart {
  readonly heading = input.required<string>();
  readonly points = input.required<readonly Point[]>();
  /** The words for the beginning of a bar. */
  readonly when = input.required<(at: number) => string>();
  /** The words for a value. */
  readonly amount = input.required<(value: number | null) => string>();
  /** What the table calls its columns. */
  readonly columns = input.required<{ when: string; amount: string }>();

  protected readonly bars = computed(() => barsOf(this.points().map(({ value }) => value)));
  /** Which bar is read; the newest, as long as nobody chooses. */
  private readonly chosen = linkedSignal<number, number | null>({
    source: () => this.points().length,
    computation: (count, before) =>
      before && before.value !== null && before.value < count ? before.value : null,
  });
  protected readonly reading = computed(() => this.chosen() ?? this.points().length - 1);
  protected readonly isChosen = computed(() => this.chosen() !== null);
  protected readonly told = computed(() => {
    const point = this.points()[this.reading()];
    return point ? `${this.when()(point.at)} — ${this.amount()(point.value)}` : '';
  });
  protected readonly marks = computed(() => {
    const points = this.points();
    const at = [0, Math.floor(points.length / 2), points.length - 1];
    return at.map((n) => this.when()(points[n]?.at ?? 0));
  });

  protected turn(event: KeyboardEvent): void {
    const last = this.points().length - 1;
    const to: Partial<Record<string, number>> = {
      ArrowLeft: this.reading() - 1,
      ArrowDown: this.reading() - 1,
      ArrowRight: this.reading() + 1,
      ArrowUp: this.reading() + 1,
      Home: 0,
      End: last,
    };
    const next = to[event.key];
    if (next === undefined) return;
    event.preventDefault();
    this.chosen.set(Math.min(last, Math.max(0, next)));
  }

  protected point(event: PointerEvent): void {
    const { left, width } = (event.currentTarget as HTMLElement).getBoundingClientRect();
    const share = (event.clientX - left) / width;
    const last = this.points().length - 1;
    this.chosen.set(Math.min(last, Math.max(0, Math.floor(share * this.points().length))));
  }

  protected leave(): void {
    this.chosen.set(null);
  }
}
