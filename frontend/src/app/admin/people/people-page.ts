import {
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
import { takeUntilDestroyed, toObservable } from '@angular/core/rxjs-interop';
import { MatButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { Router, RouterLink } from '@angular/router';
import {
  AdminClass,
  AdminPerson,
  FirstCard,
  FirstPassword,
  peopleStates,
  PeopleState,
  Role,
  roles,
} from '@cartable/contract';
import { TranslocoPipe } from '@jsverse/transloco';
import { debounceTime, firstValueFrom, skip } from 'rxjs';
import { problemKey } from '../../core/problems/problem-text';
import { Connection } from '../../core/realtime/connection';
import { Delayed } from '../../ui/delayed';
import { EmptyState } from '../../ui/empty-state';
import { Icon } from '../../ui/icon';
import { NearEnd } from '../../ui/near-end';
import { AdminClassesApi } from '../classes/classes-api';
import { Pages } from '../pages';
import { save } from '../save-file';
import { NewPersonDialog } from './new-person-dialog';
import { cardOf, CardsDialog } from './cards-dialog';
import { PeopleApi } from './people-api';

const PAGE = 50;
const CLASSES_AT_ONCE = 100;
const TYPING_MS = 250;

interface Asked {
  q: string;
  role: Role | '';
  state: PeopleState;
  classId: string;
  sort: 'name' | 'newest';
}

/** Everybody who has an account: looked for, sorted, added. What is asked for stands in the address. */
@Component({
  selector: 'app-people-page',
  imports: [Delayed, EmptyState, Icon, MatButton, NearEnd, RouterLink, TranslocoPipe],
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

  protected readonly roles = roles;
  protected readonly states = peopleStates;
  protected readonly classes = signal<readonly AdminClass[]>([]);
  protected readonly search = linkedSignal(() => this.q() ?? '');
  protected readonly asked = computed<Asked>(() => ({
    q: (this.q() ?? '').trim(),
    role: roles.find((one) => one === this.role()) ?? '',
    state: peopleStates.find((one) => one === this.state()) ?? 'all',
    classId: this.class() ?? '',
    sort: this.sort() === 'newest' ? 'newest' : 'name',
  }));
  protected readonly isFiltered = computed(() => {
    const { q, role, state, classId } = this.asked();
    return q !== '' || role !== '' || state !== 'all' || classId !== '';
  });
  protected readonly offline = computed(() => this.connection.state() === 'offline');
  /** Nobody has cards but who has not come yet. */
  protected readonly hasCards = computed(
    () => this.asked().state === 'unused' && this.list.items().length > 0,
  );
  protected readonly refused = signal('');
  protected readonly busy = signal(false);
  protected readonly list = new Pages<AdminPerson>((cursor) => {
    const { sort } = untracked(this.asked);
    return this.api.page({ ...this.filter(), sort, limit: PAGE, cursor });
  });

  private readonly api = inject(PeopleApi);
  private readonly classesApi = inject(AdminClassesApi);
  private readonly router = inject(Router);
  private readonly dialog = inject(MatDialog);
  private readonly connection = inject(Connection);

  constructor() {
    void this.readClasses();
    effect(() => {
      this.asked();
      untracked(() => void this.list.load());
    });
    toObservable(this.search)
      .pipe(skip(1), debounceTime(TYPING_MS), takeUntilDestroyed())
      .subscribe((q) => this.ask({ q }));
  }

  protected ask(change: Partial<Asked>): void {
    const { q, role, state, classId, sort } = {
      ...this.asked(),
      q: this.search(),
      ...change,
    };
    void this.router.navigate([], {
      queryParams: {
        q: q || null,
        role: role || null,
        state: state === 'all' ? null : state,
        class: classId || null,
        sort: sort === 'name' ? null : sort,
      },
      replaceUrl: true,
    });
  }

  protected showAll(): void {
    this.search.set('');
    this.ask({ q: '', role: '', state: 'all', classId: '' });
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
    this.showCards([cardOf(made)]);
  }

  protected printCards(): Promise<void> {
    return this.doing(async () => this.showCards(await this.api.renewAllCards(this.filter())));
  }

  protected export(): Promise<void> {
    return this.doing(async () => save(await this.api.exportAll(this.filter()), 'people.csv'));
  }

  private filter() {
    const { q, role, state, classId } = untracked(this.asked);
    return {
      search: q || undefined,
      role: role || undefined,
      classId: classId || undefined,
      state,
    };
  }

  private showCards(cards: readonly FirstCard[]): void {
    this.dialog.open<CardsDialog, readonly FirstCard[]>(CardsDialog, {
      data: cards,
      width: '640px',
    });
  }

  private async doing(work: () => Promise<void>): Promise<void> {
    this.busy.set(true);
    this.refused.set('');
    try {
      await work();
    } catch (error) {
      this.refused.set(problemKey(error));
    } finally {
      this.busy.set(false);
    }
  }

  /** Without them the list works all the same. */
  private async readClasses(): Promise<void> {
    let cursor: string | undefined;
    do {
      const page = await this.classesApi.page({ limit: CLASSES_AT_ONCE, cursor }).catch(() => null);
      this.classes.update((kept) => [...kept, ...(page?.items ?? [])]);
      cursor = page?.next ?? undefined;
    } while (cursor !== undefined);
  }
}
