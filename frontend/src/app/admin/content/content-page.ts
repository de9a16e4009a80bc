import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  signal,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { contentStates, ContentState } from '@cartable/contract';
import { TranslocoPipe } from '@jsverse/transloco';
import { Connection } from '../../core/realtime/connection';
import { Live } from '../../core/realtime/live';
import { Day } from '../../i18n/day';
import { Plural } from '../../i18n/plural';
import { Texts } from '../../i18n/texts';
import { Choice } from '../../ui/choice';
import { Delayed } from '../../ui/delayed';
import { EmptyState } from '../../ui/empty-state';
import { NearEnd } from '../../ui/near-end';
import { tabColour } from '../../ui/tab-colour';
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
    Delayed,
    EmptyState,
    MatButton,
    NearEnd,
    Plural,
    RouterLink,
    TranslocoPipe,
  ],
  templateUrl: './content-page.html',
  styleUrl: './content-page.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ContentPage {
  protected readonly state = signal<ContentState>('open');
  protected readonly states = computed(() =>
    contentStates.map((value) => ({ value, label: this.texts.of(`adminContent.state.${value}`) })),
  );
  protected readonly list = new Pages((cursor) => this.api.page(this.state(), { cursor }));
  protected readonly offline = computed(() => this.connection.state() === 'offline');
  protected readonly tab = tabColour;

  private readonly api = inject(ContentApi);
  private readonly texts = inject(Texts);
  private readonly connection = inject(Connection);

  constructor() {
    effect(() => {
      this.state();
      void this.list.load();
    });
    timesToReadAgain(LOOK_MS, inject(Live).on('contentStirred')).subscribe(
      () => void this.list.refresh(),
    );
  }
}
