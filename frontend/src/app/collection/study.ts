import {
  afterNextRender,
  ChangeDetectionStrategy,
  Component,
  computed,
  input,
  linkedSignal,
  output,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Card } from '@cartable/contract';
import { TranslocoPipe } from '@jsverse/transloco';
import { Count } from '../i18n/count';
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
  imports: [Count, FlipCard, Icon, MatButton, TranslocoPipe],
  templateUrl: './study.html',
  styleUrl: './study.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: {
    '(document:keydown)': 'press($event)',
    '(pointerdown)': 'from = $event.clientX',
    '(pointerup)': 'swipe($event.clientX)',
    '(pointercancel)': 'from = null',
  },
})
export class Study {
  readonly cards = input.required<readonly Card[]>();
  readonly closed = output();

  protected readonly turned = signal(false);
  /** A copy: what arrives meanwhile does not touch it. */
  protected readonly shown = linkedSignal<Card | undefined>(() => untracked(this.cards)[0]);
  protected readonly place = computed(() =>
    this.cards().findIndex(({ id }) => id === this.shown()?.id),
  );
  protected readonly note = computed(() => {
    const now = this.cards()[this.place()];
    const shown = this.shown();
    if (!now || !shown) return 'removed';
    return now.front === shown.front && now.back === shown.back ? null : 'changed';
  });
  /** The last place that the shown card had: a card that is gone keeps it. */
  private readonly seat = linkedSignal<number, number>({
    source: this.place,
    computation: (place, before) => (place >= 0 ? place : (before?.value ?? 0)),
  });
  protected readonly number = computed(() => Math.min(this.seat() + 1, this.cards().length));
  protected from: number | null = null;

  private readonly card = viewChild(FlipCard);

  constructor() {
    afterNextRender(() => this.card()?.focus());
  }

  protected go(step: 1 | -1): void {
    const next = neighbour(this.cards(), this.place(), this.seat(), step);
    if (!next) return;
    this.turned.set(false);
    this.shown.set(next);
  }

  protected press(event: KeyboardEvent): void {
    const { key, target, altKey, ctrlKey, metaKey } = event;
    const at = target instanceof Element ? target : null;
    const isElsewhere = at?.closest('input, textarea, [role="dialog"]');
    if (altKey || ctrlKey || metaKey || event.defaultPrevented || isElsewhere) return;
    if (key === 'ArrowRight') this.go(1);
    else if (key === 'ArrowLeft') this.go(-1);
    else if (key === 'Escape') this.closed.emit();
    else if (key === ' ' && !at?.closest('button, a')) this.turned.update((turned) => !turned);
    else return;
    event.preventDefault();
  }

  protected swipe(to: number): void {
    const moved = this.from === null ? 0 : to - this.from;
    this.from = null;
    if (Math.abs(moved) > SWIPE_PX) this.go(moved < 0 ? 1 : -1);
  }
}
