import {
  CdkFixedSizeVirtualScroll,
  CdkVirtualScrollableWindow,
  CdkVirtualScrollViewport,
} from '@angular/cdk/scrolling';
import {
  afterNextRender,
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  input,
  linkedSignal,
  viewChild,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { Router, RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { Collections } from '../core/collections/collections';
import { Connection } from '../core/realtime/connection';
import { Language } from '../i18n/language';
import { Plural } from '../i18n/plural';
import { Texts } from '../i18n/texts';
import { Choice } from '../ui/choice';
import { Delayed } from '../ui/delayed';
import { EmptyState } from '../ui/empty-state';
import { Icon } from '../ui/icon';
import { Arrivals } from './arrivals';
import { CollectionTile } from './collection-tile';
import { Grid } from '../ui/grid';
import { SearchField } from '../ui/search-field';
import { libraryView, Show, shows, Sort, sorts } from './library-view';
import { NewCollectionDialog } from './new-collection-dialog';

/** « Mes collections »: all that a person has, found at a glance or by a word, in place the moment it arrives. */
@Component({
  selector: 'app-library-page',
  imports: [
    CdkFixedSizeVirtualScroll,
    CdkVirtualScrollableWindow,
    CdkVirtualScrollViewport,
    Choice,
    CollectionTile,
    Delayed,
    EmptyState,
    Grid,
    Icon,
    MatButton,
    Plural,
    RouterLink,
    SearchField,
    TranslocoPipe,
  ],
  templateUrl: './library-page.html',
  styleUrl: './library-page.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LibraryPage {
  readonly q = input<string>();
  readonly show = input<string>();
  readonly sort = input<string>();
  readonly focus = input<string>();

  protected readonly collections = inject(Collections);
  protected readonly arrivals = inject(Arrivals);
  protected readonly offline = computed(() => this.connection.state() === 'offline');
  protected readonly search = linkedSignal(() => this.q() ?? '');
  protected readonly showing = computed<Show>(
    () => shows.find((one) => one === this.show()) ?? 'all',
  );
  protected readonly sorting = computed<Sort>(
    () => sorts.find((one) => one === this.sort()) ?? 'recent',
  );
  protected readonly found = computed(() =>
    libraryView(
      this.collections.all(),
      { search: this.search(), show: this.showing(), sort: this.sorting() },
      this.language.current(),
    ),
  );
  protected readonly shows = computed(() =>
    shows.map((value) => ({ value, label: this.texts.of(`library.show.${value}`) })),
  );
  protected readonly sorts = computed(() =>
    sorts.map((value) => ({ value, label: this.texts.of(`library.sort.${value}`) })),
  );

  private readonly connection = inject(Connection);
  private readonly language = inject(Language);
  private readonly texts = inject(Texts);
  private readonly router = inject(Router);
  private readonly dialog = inject(MatDialog);
  private readonly field = viewChild(SearchField);

  constructor() {
    effect(() => {
      if (this.collections.status() === 'ready') {
        this.arrivals.begin(this.collections.all().map((one) => one.id));
      }
    });
    afterNextRender(() => {
      if (this.focus() === 'search') this.field()?.focus();
    });
  }

  protected askSort(value: string): void {
    this.ask({ sort: sorts.find((one) => one === value) ?? 'recent' });
  }

  protected ask(change: { q?: string; show?: Show; sort?: Sort }): void {
    if (change.q !== undefined) this.search.set(change.q);
    const asked = { q: this.search(), show: this.showing(), sort: this.sorting(), ...change };
    void this.router.navigate([], {
      // In the address, so that the way back from a collection leads to the same list.
      queryParams: {
        q: asked.q || null,
        show: asked.show === 'all' ? null : asked.show,
        sort: asked.sort === 'recent' ? null : asked.sort,
      },
      replaceUrl: true,
    });
  }

  protected create(): void {
    this.dialog.open(NewCollectionDialog, { width: '460px' });
  }
}
