import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  input,
  signal,
  untracked,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { RouterLink } from '@angular/router';
import { ContentCaseInFull } from '@cartable/contract';
import { TranslocoPipe } from '@jsverse/transloco';
import { filter } from 'rxjs';
import { Reading } from '../../core/http/reading';
import { Connection } from '../../core/realtime/connection';
import { Live } from '../../core/realtime/live';
import { Day } from '../../i18n/day';
import { Named } from '../../i18n/named';
import { PageTitle } from '../../i18n/page-title';
import { Plural } from '../../i18n/plural';
import { Texts } from '../../i18n/texts';
import { EmptyState } from '../../ui/empty-state';
import { FlipCard } from '../../ui/flip-card/flip-card';
import { Icon } from '../../ui/icon';
import { KeepsFocus } from '../../ui/keeps-focus';
import { Unread } from '../../ui/unread';
import { Act } from '../act';
import { Outcome } from '../outcome';
import { timesToReadAgain } from '../read-again';
import { ContentApi } from './content-api';
import { WordsAsked, WordsDialog } from './words-dialog';

const CARDS_AT_ONCE = 30;
const LOOK_MS = 30_000;

/** A collection that was reported or hidden: what was said of it, its cards, and what an administrator may do. */
@Component({
  selector: 'app-case-page',
  imports: [
    Day,
    EmptyState,
    FlipCard,
    Icon,
    KeepsFocus,
    MatButton,
    Named,
    Outcome,
    Plural,
    RouterLink,
    TranslocoPipe,
    Unread,
  ],
  templateUrl: './case-page.html',
  styleUrl: './case-page.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CasePage {
  readonly id = input.required<string>();
  /** Of the list that led here. */
  readonly state = input<string>();

  private readonly reading = new Reading<ContentCaseInFull>();
  protected readonly about = this.reading.value;
  protected readonly status = this.reading.status;
  protected readonly act = new Act();
  protected readonly room = signal(CARDS_AT_ONCE);
  protected readonly cards = computed(() => this.about()?.cards.slice(0, this.room()) ?? []);
  protected readonly offline = computed(() => this.connection.state() === 'offline');

  private readonly api = inject(ContentApi);
  private readonly dialog = inject(MatDialog);
  private readonly connection = inject(Connection);
  private readonly title = inject(PageTitle);
  private readonly texts = inject(Texts);

  constructor() {
    effect(() => {
      this.id();
      this.reading.forget();
      void this.load();
    });
    const told = inject(Live)
      .on('contentStirred')
      .pipe(filter(({ collectionId }) => collectionId === this.id()));
    timesToReadAgain(LOOK_MS, told).subscribe(() => void this.load());
    effect(() => {
      const about = this.about();
      if (about) this.title.say(about.title);
    });
  }

  protected load(): Promise<void> {
    const id = untracked(this.id);
    return this.reading.read(() => this.api.read(id));
  }

  protected hide(): void {
    this.ask('hiding', (words) => this.api.hide(this.id(), words), 'adminContent.done.hidden');
  }

  protected write(): void {
    this.ask('writing', (words) => this.api.message(this.id(), words), 'adminContent.done.written');
  }

  protected restore(): void {
    this.do(() => this.api.restore(this.id()), 'adminContent.done.restored');
  }

  protected close(): void {
    this.do(() => this.api.close(this.id()), 'adminContent.done.closed');
  }

  private ask(act: WordsAsked['act'], send: WordsAsked['send'], done: string): void {
    const data: WordsAsked = { title: this.about()?.title ?? '', act, send };
    const dialog = this.dialog.open<WordsDialog, WordsAsked, boolean>(WordsDialog, {
      data,
      width: '520px',
    });
    dialog.afterClosed().subscribe((sent) => {
      if (sent) this.do(() => Promise.resolve(), done);
    });
  }

  private do(what: () => Promise<void>, done: string): void {
    void this.act.run(() => what().then(() => this.load()), this.texts.of(done));
  }

  protected more(): void {
    this.room.update((room) => room + CARDS_AT_ONCE);
  }
}
