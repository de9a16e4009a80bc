import {
  ChangeDetectionStrategy,
  Component,
  computed,
  input,
  linkedSignal,
  output,
  signal,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Card } from '@cartable/contract';
import { TranslocoPipe } from '@jsverse/transloco';
import { FlipCard } from '../ui/flip-card/flip-card';
import { Icon } from '../ui/icon';
import { neighbour } from './neighbour';

const SWIPE_PX = 60;

/**
 * One card at a time, large. What is shown stays as it is while one looks: an edit from elsewhere is noted, and shown
 * the next time one comes by.
 */
@Component({
  selector: 'app-study',
  imports: [FlipCard, Icon, MatButton, TranslocoPipe],
  templateUrl: './study.html',
  styleUrl: './study.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: {
    '(document:keydown)': 'press($event)',
    '(pointerdown)': 'from = $event.clientX',
    '(pointerup)': 'swipe($event.clientX)',
  },
})
export class Study {
  readonly cards = input.required<readonly Card[]>();
  readonly start = input(0);
  readonly closed = output();

  protected readonly turned = signal(false);
  /** A copy: what arrives meanwhile does not touch it. */
  protected readonly shown = linkedSignal<number, Card | undefined>({
    source: this.start,
    computation: (start) => this.cards()[start],
  });
  protected readonly place = computed(() =>
    this.cards().findIndex(({ id }) => id === this.shown()?.id),
  );
  protected readonly note = computed(() => {
    const now = this.cards()[this.place()];
    const shown = this.shown();
    if (!now || !shown) return 'removed';
    return now.front === shown.front && now.back === shown.back ? null : 'changed';
  });
  protected from: number | null = null;
  private lastPlace = 0;

  protected go(step: 1 | -1): void {
    if (this.place() >= 0) this.lastPlace = this.place();
    const next = neighbour(this.cards(), this.place(), this.lastPlace, step);
    if (!next) return;
    this.turned.set(false);
    this.shown.set(next);
  }

  protected press(event: KeyboardEvent): void {
    const inControl = event.target instanceof Element && event.target.closest('button, a, input');
    if (event.key === 'ArrowRight') this.go(1);
    else if (event.key === 'ArrowLeft') this.go(-1);
    else if (event.key === 'Escape') this.closed.emit();
    else if (event.key === ' ' && !inControl) this.turned.update((turned) => !turned);
    else return;
    event.preventDefault();
  }

  protected swipe(to: number): void {
    const moved = this.from === null ? 0 : to - this.from;
    this.from = null;
    if (Math.abs(moved) > SWIPE_PX) this.go(moved < 0 ? 1 : -1);
  }
}
