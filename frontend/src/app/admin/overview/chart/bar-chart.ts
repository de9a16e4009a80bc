import { ChangeDetectionStrategy, Component, computed, input, signal } from '@angular/core';
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
  /** The beginning of the bar that is read: time goes on, and the bars move on with it. */
  private readonly chosen = signal<number | null>(null);
  private readonly place = computed(() =>
    this.points().findIndex(({ at }) => at === this.chosen()),
  );
  protected readonly isChosen = computed(() => this.place() >= 0);
  /** The newest, as long as nobody chooses, and once the chosen one is no longer shown. */
  protected readonly reading = computed(() =>
    this.isChosen() ? this.place() : this.points().length - 1,
  );
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
    const to: Partial<Record<string, number>> = {
      ArrowLeft: this.reading() - 1,
      ArrowDown: this.reading() - 1,
      ArrowRight: this.reading() + 1,
      ArrowUp: this.reading() + 1,
      Home: 0,
      End: this.points().length - 1,
    };
    const next = to[event.key];
    if (next === undefined) return;
    event.preventDefault();
    this.choose(next);
  }

  protected point(event: PointerEvent): void {
    const { left, width } = (event.currentTarget as HTMLElement).getBoundingClientRect();
    const share = (event.clientX - left) / width;
    this.choose(Math.floor(share * this.points().length));
  }

  protected leave(): void {
    this.chosen.set(null);
  }

  private choose(place: number): void {
    const last = this.points().length - 1;
    this.chosen.set(this.points()[Math.min(last, Math.max(0, place))]?.at ?? null);
  }
}
