import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  input,
  signal,
} from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { contentStates, ContentState } from '@cartable/contract';
import { TranslocoPipe } from '@jsverse/transloco';
import { Connection } from '../../core/realtime/connection';
import { Live } from '../../core/realtime/live';
import { Day } from '../../i18n/day';
import { Named } from '../../i18n/named';
import { Plural } from '../../i18n/plural';
import { Texts } from '../../i18n/texts';
import { Choice } from '../../ui/choice';
import { EmptyState } from '../../ui/empty-state';
import { FadingEdges } from '../../ui/fading-edges';
import { KeepsFocus } from '../../ui/keeps-focus';
import { tabColour } from '../../ui/tab-colour';
import { Unread } from '../../ui/unread';
import { More } from '../more';
import { Pages } from '../pages';
import { timesToReadAgain } from '../read-again';
import { ContentApi } from './content-api';

const LOOK_MS = 30_000;

/** Collections that somebody reported, and those that are hidden. */
@Component({
  selector: 'app-content-page',
  imports: [
    Choice,
    Day,
    EmptyState,
    FadingEdges,
    KeepsFocus,
    More,
    Named,
    Plural,
    RouterLink,
    TranslocoPipe,
    Unread,
  ],
  templateUrl: './content-page.html',
  styleUrl: './content-page.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ContentPage {
  readonly state = input<string>();

  protected readonly showing = computed<ContentState>(
    () => contentStates.find((one) => one === this.state()) ?? 'open',
  );
  protected readonly states = computed(() =>
    contentStates.map((value) => ({ value, label: this.texts.of(`adminContent.state.${value}`) })),
  );
  /** How many are open; null while that is not known. */
  protected readonly waiting = signal<number | null>(null);
  protected readonly list = new Pages((cursor) => this.read(cursor));
  protected readonly offline = computed(() => this.connection.state() === 'offline');
  protected readonly tab = tabColour;

  private readonly api = inject(ContentApi);
  private readonly texts = inject(Texts);
  private readonly router = inject(Router);
  private readonly connection = inject(Connection);

  constructor() {
    effect(() => {
      this.showing();
      void this.list.load();
    });
    timesToReadAgain(LOOK_MS, inject(Live).on('contentStirred')).subscribe(
      () => void this.list.refresh(),
    );
  }

  protected show(state: ContentState): void {
    void this.router.navigate([], {
      queryParams: { state: state === 'open' ? null : state },
      replaceUrl: true,
    });
  }

  private async read(cursor?: string) {
    const page = await this.api.page(this.showing(), { cursor });
    this.waiting.set(page.waiting);
    return page;
  }
}
