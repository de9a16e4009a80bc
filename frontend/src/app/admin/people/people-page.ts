import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  input,
  linkedSignal,
  untracked,
} from '@angular/core';
import { takeUntilDestroyed, toObservable } from '@angular/core/rxjs-interop';
import { MatButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { Router, RouterLink } from '@angular/router';
import {
  AdminPerson,
  FirstPassword,
  peopleStates,
  PeopleState,
  Role,
  roles,
} from '@cartable/contract';
import { TranslocoPipe } from '@jsverse/transloco';
import { debounceTime, firstValueFrom, skip } from 'rxjs';
import { Connection } from '../../core/realtime/connection';
import { Texts } from '../../i18n/texts';
import { Choice } from '../../ui/choice';
import { Delayed } from '../../ui/delayed';
import { EmptyState } from '../../ui/empty-state';
import { Icon } from '../../ui/icon';
import { NearEnd } from '../../ui/near-end';
import { Pages } from '../pages';
import { NewPersonDialog } from './new-person-dialog';
import { PasswordDialog } from './password-dialog';
import { PeopleApi } from './people-api';

const PAGE = 50;
const TYPING_MS = 250;

interface Asked {
  q: string;
  role: Role | '';
  state: PeopleState;
  sort: 'name' | 'newest';
}

/** Everybody who has an account: looked for, sorted, added. What is asked for stands in the address. */
@Component({
  selector: 'app-people-page',
  imports: [Choice, Delayed, EmptyState, Icon, MatButton, NearEnd, RouterLink, TranslocoPipe],
  templateUrl: './people-page.html',
  styleUrl: './people-page.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PeoplePage {
  readonly q = input<string>();
  readonly role = input<string>();
  readonly state = input<string>();
  readonly sort = input<string>();

  protected readonly roles = roles;
  protected readonly search = linkedSignal(() => this.q() ?? '');
  protected readonly asked = computed<Asked>(() => ({
    q: (this.q() ?? '').trim(),
    role: roles.find((one) => one === this.role()) ?? '',
    state: peopleStates.find((one) => one === this.state()) ?? 'all',
    sort: this.sort() === 'newest' ? 'newest' : 'name',
  }));
  protected readonly states = computed(() =>
    peopleStates.map((value) => ({ value, label: this.texts.of(`adminPeople.show.${value}`) })),
  );
  protected readonly isFiltered = computed(() => {
    const { q, role, state } = this.asked();
    return q !== '' || role !== '' || state !== 'all';
  });
  protected readonly offline = computed(() => this.connection.state() === 'offline');
  protected readonly list = new Pages<AdminPerson>((cursor) => {
    const { q, role, state, sort } = untracked(this.asked);
    const query = { search: q || undefined, role: role || undefined, state, sort };
    return this.api.page({ ...query, limit: PAGE, cursor });
  });

  private readonly api = inject(PeopleApi);
  private readonly texts = inject(Texts);
  private readonly router = inject(Router);
  private readonly dialog = inject(MatDialog);
  private readonly connection = inject(Connection);

  constructor() {
    effect(() => {
      this.asked();
      untracked(() => void this.list.load());
    });
    toObservable(this.search)
      .pipe(skip(1), debounceTime(TYPING_MS), takeUntilDestroyed())
      .subscribe((q) => this.ask({ q }));
  }

  protected ask(change: Partial<Asked>): void {
    const { q, role, state, sort } = { ...this.asked(), q: this.search(), ...change };
    void this.router.navigate([], {
      queryParams: {
        q: q || null,
        role: role || null,
        state: state === 'all' ? null : state,
        sort: sort === 'name' ? null : sort,
      },
      replaceUrl: true,
    });
  }

  protected showAll(): void {
    this.search.set('');
    this.ask({ q: '', role: '', state: 'all' });
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
    this.dialog.open<PasswordDialog, FirstPassword>(PasswordDialog, { data: made, width: '480px' });
  }
}
