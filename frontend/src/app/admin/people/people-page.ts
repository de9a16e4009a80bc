import {
  afterNextRender,
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  input,
  linkedSignal,
  signal,
  untracked,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { Router, RouterLink } from '@angular/router';
import { AdminClass, AdminPerson, FirstPassword, peopleStates, roles } from '@cartable/contract';
import { TranslocoPipe } from '@jsverse/transloco';
import { firstValueFrom } from 'rxjs';
import { Connection } from '../../core/realtime/connection';
import { Texts } from '../../i18n/texts';
import { Delayed } from '../../ui/delayed';
import { EmptyState } from '../../ui/empty-state';
import { Icon } from '../../ui/icon';
import { KeepsFocus } from '../../ui/keeps-focus';
import { pausesIn } from '../../ui/pauses-in';
import { PersonName } from '../../ui/person-name/person-name';
import { SearchField } from '../../ui/search-field';
import { Unread } from '../../ui/unread';
import { Act } from '../act';
import { AdminClassesApi } from '../classes/classes-api';
import { More } from '../more';
import { Outcome } from '../outcome';
import { retryWhenFailed } from '../read-again';
import { save } from '../save-file';
import { cardOf, showCards } from './cards-dialog';
import { NewPersonDialog } from './new-person-dialog';
import { PeopleApi } from './people-api';
import { addressOf, askedIn, everybody, filterOf, PeopleAsked } from './people-asked';
import { PeopleListing } from './people-listing';
import { CardsRenewed, RenewCardsDialog } from './renew-cards-dialog';

/** Everybody who has an account: looked for, sorted, added. What is asked for stands in the address. */
@Component({
  selector: 'app-people-page',
  imports: [
    Delayed,
    EmptyState,
    Icon,
    KeepsFocus,
    MatButton,
    More,
    Outcome,
    PersonName,
    RouterLink,
    SearchField,
    TranslocoPipe,
    Unread,
  ],
  templateUrl: './people-page.html',
  styleUrl: './people-page.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PeoplePage {
  readonly q = input<string>();
  readonly role = input<string>();
  readonly state = input<string>();
  readonly class = input<string>();
  readonly sort = input<string>();

  private readonly api = inject(PeopleApi);
  private readonly classesApi = inject(AdminClassesApi);
  private readonly router = inject(Router);
  private readonly dialog = inject(MatDialog);
  private readonly texts = inject(Texts);
  private readonly connection = inject(Connection);
  private readonly listing = inject(PeopleListing);

  protected readonly roles = roles;
  protected readonly states = peopleStates;
  protected readonly list = this.listing.list;
  protected readonly classes = signal<readonly AdminClass[]>([]);
  protected readonly search = linkedSignal(() => this.q() ?? '');
  protected readonly asked = computed(() =>
    askedIn({
      q: this.q(),
      role: this.role(),
      state: this.state(),
      class: this.class(),
      sort: this.sort(),
    }),
  );
  protected readonly isFiltered = computed(() => {
    const { q, role, state, classId } = this.asked();
    return q !== '' || role !== '' || state !== 'all' || classId !== '';
  });
  protected readonly offline = computed(() => this.connection.state() === 'offline');
  /** Nobody has cards but who has no password of their own. */
  protected readonly hasCards = computed(
    () => this.asked().state === 'unused' && this.list.items().length > 0,
  );
  protected readonly act = new Act();

  constructor() {
    void this.readClasses();
    const coming = this.router.currentNavigation();
    // Who was erased has no page any more that could say so.
    const { done = '' } = (coming?.extras.info ?? {}) as { done?: string };
    afterNextRender(() => this.act.say(done));
    let isBack = coming?.trigger === 'popstate';
    effect(() => {
      const asked = this.asked();
      untracked(() => void (isBack ? this.listing.askAgain(asked) : this.listing.ask(asked)));
      isBack = false;
    });
    retryWhenFailed(this.list);
    pausesIn(this.search).subscribe((q) => this.ask({ q }));
  }

  protected ask(change: Partial<PeopleAsked>): void {
    const queryParams = addressOf({ ...this.asked(), q: this.search(), ...change });
    void this.router.navigate([], { queryParams, replaceUrl: true });
  }

  protected showAll(): void {
    this.search.set('');
    this.ask({ ...everybody, sort: this.asked().sort });
  }

  protected chooseState(state: string): void {
    this.ask({ state: peopleStates.find((one) => one === state) ?? 'all' });
  }

  protected chooseRole(role: string): void {
    this.ask({ role: roles.find((one) => one === role) ?? '' });
  }

  protected classesOf({ classes }: AdminPerson): string {
    return classes.map(({ name }) => name).join(', ');
  }

  protected async add(): Promise<void> {
    const asking = this.dialog.open<NewPersonDialog, void, FirstPassword>(NewPersonDialog, {
      width: '480px',
    });
    const made = await firstValueFrom(asking.afterClosed());
    if (!made) return;
    void this.list.load();
    showCards(this.dialog, { cards: [cardOf(made)] });
  }

  /** For all who match, however few of them are shown. */
  protected printCards(): Promise<boolean> {
    return this.act.run(async () => {
      const ids = await this.api.idsOf(filterOf(this.asked()));
      if (ids.length === 0) return this.list.load();
      const asking = this.dialog.open<RenewCardsDialog, readonly string[], CardsRenewed>(
        RenewCardsDialog,
        { data: ids, width: '520px', closeOnNavigation: false },
      );
      const renewed = await firstValueFrom(asking.afterClosed());
      if (renewed) showCards(this.dialog, renewed);
      return undefined;
    });
  }

  protected export(): Promise<boolean> {
    const work = async () => save(await this.api.exportAll(filterOf(this.asked())), 'people.csv');
    return this.act.run(work, this.texts.of('adminPeople.done.listExported'));
  }

  /** Without them the list works all the same. */
  private async readClasses(): Promise<void> {
    this.classes.set(await this.classesApi.all().catch(() => []));
  }
}
