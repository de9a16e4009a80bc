import { DOCUMENT } from '@angular/common';
import { computed, DestroyRef, inject, Injectable, linkedSignal } from '@angular/core';
import { takeUntilDestroyed, toObservable, toSignal } from '@angular/core/rxjs-interop';
import { ActivityBucket, ActivityHistory, AdminCodePage, Overview } from '@cartable/contract';
import { fromEvent, interval, map, merge, startWith } from 'rxjs';
import { Reading } from '../../core/http/reading';
import { Connection } from '../../core/realtime/connection';
import { Link } from '../../core/realtime/link';
import { Live } from '../../core/realtime/live';
import { CodesApi } from '../codes/codes-api';
import { CodesInHand } from '../codes/codes-in-hand';
import { ContentApi } from '../content/content-api';
import { timesToReadAgain } from '../read-again';
import { OverviewApi } from './overview-api';
import { merged } from './series';

/** The server tells once a second; after this the numbers are old. */
const STALE_MS = 5_000;
const HISTORY_MS = 60_000;
const MOST_HOT = 3;

/** How the school is: read when the room opens, told live while somebody looks at it. */
@Injectable()
export class OverviewState {
  private readonly api = inject(OverviewApi);
  private readonly codes = inject(CodesApi);
  private readonly inHand = inject(CodesInHand);
  private readonly content = inject(ContentApi);
  private readonly link = inject(Link);
  private readonly connection = inject(Connection);
  private readonly document = inject(DOCUMENT);
  private readonly live = inject(Live);
  private readonly present = new Reading<Overview>();
  private readonly past = new Reading<ActivityHistory>();
  private readonly hot = new Reading<AdminCodePage>();
  private readonly reported = new Reading<number>();
  /** What was read and what was told, as they came: either may know more of a minute than the other did before. */
  private readonly known = linkedSignal<ActivityHistory | null, readonly ActivityBucket[]>({
    source: this.past.value,
    computation: (history, before) => merged(before?.value ?? [], history?.minutes ?? []),
  });
  private readonly clock = toSignal(interval(1_000).pipe(map(() => Date.now())), {
    initialValue: Date.now(),
  });

  readonly status = this.present.status;
  readonly now = this.present.value;
  /** When it came, by the clock of this device. */
  readonly at = this.present.at;
  /** When it was so, by the clock of the server, as all that was counted: devices are minutes off, at times. */
  readonly moment = computed(() => new Date(this.now()?.at ?? 0).getTime());
  /** Null when it could not be read. */
  readonly hotCodes = computed(() => (this.hot.missed() ? null : (this.hot.value()?.hot ?? null)));
  /** The hottest of them: a glance, not the list. */
  readonly hottest = computed(() => this.inHand.among(this.hot.value()?.items ?? []));
  readonly hotAt = this.hot.at;
  /** Collections that were reported, and that nobody has dealt with; null when that could not be read. */
  readonly reports = computed(() => (this.reported.missed() ? null : this.reported.value()));
  /** Whether each of them has been answered, or refused, by now: before, nobody can say how the school is. */
  readonly isKnown = computed(() =>
    [this.hot, this.reported].every((one) => one.value() !== null || one.missed()),
  );
  readonly offline = computed(() => this.connection.state() === 'offline');
  readonly isStale = computed(() => this.clock() - this.present.at() > STALE_MS);
  readonly minutes = this.known.asReadonly();
  readonly hours = computed(() => this.past.value()?.hours ?? []);

  constructor() {
    this.live
      .on('overview')
      .pipe(takeUntilDestroyed())
      .subscribe((overview) => {
        this.present.set(overview);
        this.known.update((before) => merged(before, overview.minutes));
      });
    const looked = fromEvent(this.document, 'visibilitychange');
    merge(toObservable(this.link.connected), looked)
      .pipe(startWith(null), takeUntilDestroyed())
      .subscribe(() => this.link.say('watch', { overview: this.isVisible() }));
    const [reported, stirred] = [this.live.on('contentStirred'), this.live.on('shareCodesStirred')];
    timesToReadAgain(HISTORY_MS, reported).subscribe(() => void this.readSchool());
    timesToReadAgain(HISTORY_MS, stirred).subscribe(() => void this.readHot());
    inject(DestroyRef).onDestroy(() => this.link.say('watch', { overview: false }));
    void this.load();
  }

  async load(): Promise<void> {
    await Promise.all([this.readSchool(), this.readHot()]);
  }

  readHot(): Promise<void> {
    return this.hot.read(() => this.codes.page({ state: 'hot', search: '', limit: MOST_HOT }));
  }

  private async readSchool(): Promise<void> {
    await Promise.all([
      this.present.read(() => this.api.now()),
      this.past.read(() => this.api.history()),
      this.countReports(),
    ]);
  }

  private countReports(): Promise<void> {
    return this.reported.read(async () => (await this.content.page('open', { limit: 1 })).waiting);
  }

  private isVisible(): boolean {
    return this.document.visibilityState === 'visible';
  }
}
