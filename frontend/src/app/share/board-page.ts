import { DOCUMENT } from '@angular/common';
import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  input,
  signal,
} from '@angular/core';
import { takeUntilDestroyed, toObservable } from '@angular/core/rxjs-interop';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { filter, fromEvent, interval, merge } from 'rxjs';
import { Kept } from '../core/browser/kept';
import { Collections } from '../core/collections/collections';
import { Connection } from '../core/realtime/connection';
import { Count } from '../i18n/count';
import { Day } from '../i18n/day';
import { Plural } from '../i18n/plural';
import { Delayed } from '../ui/delayed';
import { EmptyState } from '../ui/empty-state';
import { Icon } from '../ui/icon';
import { Qr } from '../ui/qr/qr';
import { BoardState } from './board-state';
import { firstNames } from './first-names';
import { FullScreen } from './full-screen';
import { ScreenAwake } from './screen-awake';
import { ShareAddress } from './share-address';

/** Live words may not come: they are not kept, and not all of them cross from one instance to another. */
const LOOK_MS = 15_000;

/** The code for a whole class: legible from the last row, with a number that fills as pupils import. */
@Component({
  selector: 'app-board-page',
  imports: [
    Count,
    Day,
    Delayed,
    EmptyState,
    Icon,
    MatButton,
    Plural,
    Qr,
    RouterLink,
    TranslocoPipe,
  ],
  providers: [BoardState, FullScreen, ScreenAwake],
  templateUrl: './board-page.html',
  styleUrl: './board-page.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class BoardPage {
  readonly code = input.required<string>();
  readonly collection = input<string>();

  protected readonly board = inject(BoardState);
  protected readonly screen = inject(FullScreen);
  protected readonly address = inject(ShareAddress);
  protected readonly title = computed(() => {
    const id = this.board.code()?.collectionId;
    return id ? (this.collections.summary(id)()?.title ?? '') : '';
  });
  /** Nobody who came with the code has lost what it brought. */
  protected readonly allKeepIt = computed(
    () => this.board.have() >= (this.board.code()?.uses ?? 0),
  );
  protected readonly firstNames = computed(() => {
    const missing = this.board.progress()?.missing ?? [];
    return firstNames([...this.board.uses(), ...missing].map(({ displayName }) => displayName));
  });
  protected readonly halves = computed(() => (this.board.code()?.code ?? '').split('-'));
  protected readonly spelled = computed(() => [...this.halves().join('')].join(' '));
  protected readonly link = computed(() => this.address.of(this.board.code()?.code ?? ''));
  protected readonly stale = computed(() => this.connection.state() === 'offline');
  private readonly kept = new Kept('cartable.board.names');
  protected readonly named = signal(this.kept.read() === 'shown');

  private readonly keptMissing = new Kept('cartable.board.missing');
  protected readonly missed = signal(this.keptMissing.read() === 'shown');

  /** Names take their place from the code, which is still read from ten metres. */
  protected readonly isListing = computed(
    () => this.named() || (this.missed() && this.board.progress() !== null),
  );

  private readonly collections = inject(Collections);
  private readonly connection = inject(Connection);
  private readonly document = inject(DOCUMENT);

  constructor() {
    inject(ScreenAwake);
    effect(() => void this.load());
    const clock = interval(LOOK_MS);
    clock.pipe(takeUntilDestroyed()).subscribe(() => this.board.tick());
    merge(
      clock,
      toObservable(this.connection.state).pipe(filter((state) => state === 'connected')),
      fromEvent(this.document, 'visibilitychange'),
    )
      .pipe(
        filter(() => this.document.visibilityState === 'visible'),
        takeUntilDestroyed(),
      )
      .subscribe(() => void this.load());
  }

  protected load(): Promise<void> {
    return this.board.load(this.code(), this.collection());
  }

  protected toggleMissing(): void {
    this.missed.update((missed) => !missed);
    this.keptMissing.write(this.missed() ? 'shown' : null);
  }

  protected toggleNames(): void {
    this.named.update((named) => !named);
    this.kept.write(this.named() ? 'shown' : null);
  }
}
