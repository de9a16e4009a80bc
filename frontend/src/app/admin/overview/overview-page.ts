import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  linkedSignal,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import { roles } from '@cartable/contract';
import { TranslocoPipe } from '@jsverse/transloco';
import { Count } from '../../i18n/count';
import { formatDay } from '../../i18n/day';
import { Language } from '../../i18n/language';
import { formatNumber } from '../../i18n/numbers';
import { Plural } from '../../i18n/plural';
import { Texts } from '../../i18n/texts';
import { Choice } from '../../ui/choice';
import { FadingEdges } from '../../ui/fading-edges';
import { Icon } from '../../ui/icon';
import { KeepsFocus } from '../../ui/keeps-focus';
import { Unread } from '../../ui/unread';
import { CodeRow } from '../codes/code-row';
import { CodesInHand } from '../codes/codes-in-hand';
import { BarChart } from './chart/bar-chart';
import { HeatMap } from './chart/heat-map';
import { Concern, concernsOf } from './concerns';
import { InstanceTable } from './instance-table';
import { OverviewState } from './overview-state';
import { byDay, byHourOfWeek, byMinute, Measure, measures } from './series';

const A_MONDAY = new Date(2026, 0, 5).getTime();
const DAY_MS = 86_400_000;

/** Whether the school is well: in one glance, then in numbers, then over time. */
@Component({
  selector: 'app-overview-page',
  imports: [
    BarChart,
    Choice,
    CodeRow,
    Count,
    FadingEdges,
    HeatMap,
    Icon,
    InstanceTable,
    KeepsFocus,
    MatButton,
    Plural,
    RouterLink,
    TranslocoPipe,
    Unread,
  ],
  providers: [CodesInHand, OverviewState],
  templateUrl: './overview-page.html',
  styleUrl: './overview-page.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class OverviewPage {
  /** What the charts show, from the address. */
  readonly measure = input<string>();

  protected readonly school = inject(OverviewState);
  protected readonly reread = () => this.school.readHot();
  protected readonly roles = roles;
  protected readonly showing = linkedSignal<Measure>(
    () => measures.find((one) => one === this.measure()) ?? 'imports',
  );
  protected readonly options = computed(() =>
    measures.map((value) => ({ value, label: this.texts.of(`adminOverview.measures.${value}`) })),
  );
  /** What is to be looked at; it is no verdict before the school's `isKnown`. */
  protected readonly watched = computed(() => {
    const now = this.school.now();
    return now
      ? concernsOf(now, { hotCodes: this.school.hotCodes(), reports: this.school.reports() })
      : [];
  });
  protected readonly time = computed(() =>
    new Intl.DateTimeFormat(this.locale(), { timeStyle: 'medium' }).format(this.school.at()),
  );
  protected readonly minutes = computed(() =>
    byMinute(this.school.minutes(), this.showing(), this.school.moment()),
  );
  protected readonly days = computed(() =>
    byDay(this.school.hours(), this.showing(), this.school.moment()),
  );
  protected readonly week = computed(() => byHourOfWeek(this.school.hours(), this.showing()));
  protected readonly dayNames = computed(() =>
    Array.from({ length: 7 }, (_, n) =>
      new Intl.DateTimeFormat(this.locale(), { weekday: 'long' }).format(A_MONDAY + n * DAY_MS),
    ),
  );
  protected readonly minuteWords = computed(() => {
    const locale = this.language.current();
    return (at: number) => formatDay(at, 'time', locale);
  });
  protected readonly dayWords = computed(() => {
    const format = new Intl.DateTimeFormat(this.locale(), { day: 'numeric', month: 'short' });
    return (at: number) => format.format(at);
  });
  protected readonly hourWords = computed(() => {
    const locale = this.language.current();
    return (hour: number) => formatDay(A_MONDAY + hour * 3_600_000, 'time', locale);
  });
  protected readonly amount = computed(() => {
    const locale = this.language.current();
    const isTime = this.showing() === 'p95';
    const nothing = this.texts.of('adminOverview.nothing');
    return (value: number | null) => {
      if (value === null) return nothing;
      const number = formatNumber(value, locale);
      return isTime ? `${number}\u00a0ms` : number;
    };
  });
  protected readonly columns = computed(() => ({
    when: this.texts.of('adminOverview.when'),
    amount: this.texts.of(`adminOverview.measures.${this.showing()}`),
  }));

  private readonly texts = inject(Texts);
  private readonly language = inject(Language);
  private readonly router = inject(Router);

  protected show(measure: Measure): void {
    this.showing.set(measure);
    void this.router.navigate([], {
      queryParams: { measure: measure === 'imports' ? null : measure },
      replaceUrl: true,
    });
  }

  /** Whether something of this is to be looked at: its number is marked. */
  protected concerns(...which: Concern[]): boolean {
    return which.some((one) => this.watched().includes(one));
  }

  private locale(): string {
    return this.language.current() === 'en' ? 'en-GB' : 'fr-FR';
  }
}
