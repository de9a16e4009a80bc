import { ChangeDetectionStrategy, Component, computed, input, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { Week } from '../series';
import { strengths } from './scale';

const HOURS = 24;

/** The hours of the week, the busier the darker. Arrow keys, or a finger, go from hour to hour; a table behind it holds them all. */
@Component({
  selector: 'app-heat-map',
  imports: [TranslocoPipe],
  templateUrl: './heat-map.html',
  styleUrl: './heat-map.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class HeatMap {
  readonly heading = input.required<string>();
  readonly week = input.required<Week>();
  /** The names of the days, Monday first. */
  readonly days = input.required<readonly string[]>();
  readonly hour = input.required<(hour: number) => string>();
  readonly amount = input.required<(value: number | null) => string>();
  readonly corner = input.required<string>();

  protected readonly hours = Array.from({ length: HOURS }, (_, hour) => hour);
  protected readonly marks = [0, 6, 12, 18];
  protected readonly strengths = computed(() => strengths(this.week()));
  /** Which hour is read: `24 × day + hour`. */
  protected readonly chosen = signal<number | null>(null);
  protected readonly reading = computed(() => this.chosen() ?? 0);
  protected readonly told = computed(() => {
    const [day, hour] = [Math.floor(this.reading() / HOURS), this.reading() % HOURS];
    const value = this.week()[day]?.[hour] ?? null;
    return `${this.days()[day]}, ${this.hour()(hour)} — ${this.amount()(value)}`;
  });

  protected turn(event: KeyboardEvent): void {
    const step: Partial<Record<string, number>> = {
      ArrowLeft: -1,
      ArrowRight: 1,
      ArrowUp: -HOURS,
      ArrowDown: HOURS,
    };
    const by = step[event.key];
    if (by === undefined) return;
    event.preventDefault();
    const next = this.chosen() === null ? 0 : this.reading() + by;
    if (next >= 0 && next < 7 * HOURS) this.chosen.set(next);
  }

  protected point(event: PointerEvent): void {
    const { left, top, width, height } = (
      event.currentTarget as HTMLElement
    ).getBoundingClientRect();
    const share = (part: number, count: number) =>
      Math.min(count - 1, Math.max(0, Math.floor(part * count)));
    const day = share((event.clientY - top) / height, 7);
    this.chosen.set(day * HOURS + share((event.clientX - left) / width, HOURS));
  }

  protected leave(): void {
    this.chosen.set(null);
  }
}
