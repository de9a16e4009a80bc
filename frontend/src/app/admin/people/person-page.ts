import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  input,
  linkedSignal,
  signal,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { Router, RouterLink } from '@angular/router';
import {
  AdminPerson,
  FirstCard,
  FirstPassword,
  limits,
  PersonPatch,
  Role,
  roles,
} from '@cartable/contract';
import { TranslocoPipe } from '@jsverse/transloco';
import { firstValueFrom } from 'rxjs';
import { ProblemError } from '../../core/problems/problem-error';
import { problemKey } from '../../core/problems/problem-text';
import { Connection } from '../../core/realtime/connection';
import { Session } from '../../core/session/session';
import { Day } from '../../i18n/day';
import { PageTitle } from '../../i18n/page-title';
import { Delayed } from '../../ui/delayed';
import { EmptyState } from '../../ui/empty-state';
import { Icon } from '../../ui/icon';
import { save } from '../save-file';
import { cardOf, CardsDialog } from './cards-dialog';
import { PeopleApi } from './people-api';
import { SureAct, SureAsked, SureDialog } from './sure-dialog';

/** One account: who it is, and what an administrator may do with it. */
@Component({
  selector: 'app-person-page',
  imports: [Day, Delayed, EmptyState, Icon, MatButton, RouterLink, TranslocoPipe],
  templateUrl: './person-page.html',
  styleUrl: './person-page.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PersonPage {
  readonly id = input.required<string>();

  protected readonly roles = roles;
  protected readonly longest = limits.displayName;
  protected readonly person = signal<AdminPerson | null>(null);
  protected readonly status = signal<'loading' | 'ready' | 'gone' | 'failed'>('loading');
  protected readonly busy = signal(false);
  protected readonly refused = signal('');
  /** The key of what has just been done. */
  protected readonly done = signal('');
  protected readonly displayName = linkedSignal(() => this.person()?.displayName ?? '');
  protected readonly email = linkedSignal(() => this.person()?.email ?? '');
  protected readonly login = linkedSignal(() => this.person()?.login ?? '');
  protected readonly role = linkedSignal<Role>(() => this.person()?.role ?? 'student');
  protected readonly patch = computed(() => {
    const before = this.person();
    const now = {
      displayName: this.displayName().trim(),
      email: this.email().trim().toLowerCase() || null,
      login: this.login().trim().toLowerCase() || null,
      role: this.role(),
    };
    const changed = Object.entries(now).filter(
      ([name, value]) => before?.[name as keyof typeof now] !== value,
    );
    return PersonPatch.safeParse(Object.fromEntries(changed));
  });
  protected readonly isChanged = computed(
    () => !this.patch().success || Object.keys(this.patch().data ?? {}).length > 0,
  );
  protected readonly wrong = computed(
    () => new Set(this.patch().error?.issues.map(({ path }) => path[0])),
  );
  protected readonly isNameless = computed(() => !this.email().trim() && !this.login().trim());
  protected readonly isMine = computed(() => this.session.person()?.id === this.id());
  protected readonly offline = computed(() => this.connection.state() === 'offline');

  private readonly api = inject(PeopleApi);
  private readonly session = inject(Session);
  private readonly connection = inject(Connection);
  private readonly dialog = inject(MatDialog);
  private readonly router = inject(Router);
  private readonly title = inject(PageTitle);

  constructor() {
    effect(() => void this.load(this.id()));
    effect(() => {
      const person = this.person();
      if (person) this.title.say(person.displayName);
    });
  }

  protected async load(id: string): Promise<void> {
    try {
      this.person.set(await this.api.read(id));
      this.status.set('ready');
    } catch (error) {
      const gone = error instanceof ProblemError && [400, 404].includes(error.problem?.status ?? 0);
      this.status.set(gone ? 'gone' : 'failed');
    }
  }

  protected chooseRole(role: string): void {
    this.role.set(roles.find((one) => one === role) ?? this.role());
  }

  protected isOver(until: string): boolean {
    return Date.parse(until) < Date.now();
  }

  protected save(event: Event): void {
    event.preventDefault();
    const { data } = this.patch();
    if (data && this.isChanged()) void this.act(() => this.change(data), 'adminPeople.done.saved');
  }

  protected enable(): void {
    void this.act(() => this.change({ disabled: false }), 'adminPeople.done.enabled');
  }

  protected async disable(): Promise<void> {
    const isDone = await this.sure('disable', () => this.change({ disabled: true }));
    if (isDone) this.done.set('adminPeople.done.disabled');
  }

  protected async signOut(): Promise<void> {
    const isDone = await this.sure('signOut', async () => {
      await this.api.signOut(this.id());
    });
    if (isDone) this.done.set('adminPeople.done.signedOut');
  }

  protected async resetPassword(): Promise<void> {
    let made: FirstPassword | undefined;
    const isDone = await this.sure('reset', async () => {
      made = await this.api.resetPassword(this.id());
    });
    if (!isDone || !made) return;
    this.person.set(made.person);
    this.dialog.open<CardsDialog, readonly FirstCard[]>(CardsDialog, {
      data: [cardOf(made)],
      width: '640px',
    });
  }

  protected export(): void {
    const work = async () => save(await this.api.export(this.id()), `person-${this.id()}.json`);
    void this.act(work, 'adminPeople.done.exported');
  }

  protected async erase(): Promise<void> {
    const isDone = await this.sure('erase', async (collections) => {
      await this.api.erase(this.id(), { collections });
    });
    if (isDone) void this.router.navigateByUrl('/admin/people');
  }

  private async change(patch: PersonPatch): Promise<void> {
    this.person.set(await this.api.change(this.id(), patch));
  }

  private async sure(act: SureAct, work: SureAsked['work']): Promise<boolean> {
    this.done.set('');
    const data = { name: this.person()?.displayName ?? '', act, work };
    const dialog = this.dialog.open<SureDialog, SureAsked, boolean>(SureDialog, {
      data,
      width: '520px',
    });
    return (await firstValueFrom(dialog.afterClosed())) ?? false;
  }

  private async act(work: () => Promise<void>, done: string): Promise<void> {
    this.busy.set(true);
    this.refused.set('');
    this.done.set('');
    try {
      await work();
      this.done.set(done);
    } catch (error) {
      this.refused.set(problemKey(error));
    } finally {
      this.busy.set(false);
    }
  }
}
