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
import { takeUntilDestroyed, toObservable } from '@angular/core/rxjs-interop';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import {
  AdminClassWithMembers,
  AdminPerson,
  ClassName,
  ClassPatch,
  ClassPerson,
  limits,
} from '@cartable/contract';
import { TranslocoPipe } from '@jsverse/transloco';
import { debounceTime } from 'rxjs';
import { ProblemError } from '../../core/problems/problem-error';
import { problemKey } from '../../core/problems/problem-text';
import { Connection } from '../../core/realtime/connection';
import { PageTitle } from '../../i18n/page-title';
import { Plural } from '../../i18n/plural';
import { Texts } from '../../i18n/texts';
import { Delayed } from '../../ui/delayed';
import { EmptyState } from '../../ui/empty-state';
import { Icon } from '../../ui/icon';
import { PeopleApi } from '../people/people-api';
import { AdminClassesApi } from './classes-api';

const TYPING_MS = 250;
const FOUND = 8;

/** A class: its name, who is in it, and its end. */
@Component({
  selector: 'app-admin-class-page',
  imports: [Delayed, EmptyState, Icon, MatButton, Plural, RouterLink, TranslocoPipe],
  templateUrl: './class-page.html',
  styleUrl: './class-page.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AdminClassPage {
  readonly id = input.required<string>();

  protected readonly longest = limits.className;
  protected readonly class = signal<AdminClassWithMembers | null>(null);
  protected readonly status = signal<'loading' | 'ready' | 'gone' | 'failed'>('loading');
  protected readonly busy = signal(false);
  protected readonly refused = signal('');
  /** What was just done, in words. */
  protected readonly said = signal('');
  protected readonly name = linkedSignal(() => this.class()?.name ?? '');
  protected readonly isNewName = computed(() => {
    const { success, data } = ClassName.safeParse(this.name());
    return success && data !== this.class()?.name;
  });
  protected readonly sought = signal('');
  private readonly found = signal<readonly AdminPerson[]>([]);
  /** Who could be added. */
  protected readonly others = computed(() => {
    const inside = new Set(this.members().map(({ id }) => id));
    return this.found().filter(({ id }) => !inside.has(id));
  });
  protected readonly offline = computed(() => this.connection.state() === 'offline');

  private readonly members = computed<readonly ClassPerson[]>(() => {
    const one = this.class();
    return one ? [...one.pupils, ...one.teachers] : [];
  });
  private readonly api = inject(AdminClassesApi);
  private readonly people = inject(PeopleApi);
  private readonly connection = inject(Connection);
  private readonly texts = inject(Texts);
  private readonly title = inject(PageTitle);

  constructor() {
    effect(() => void this.load(this.id()));
    effect(() => {
      const name = this.class()?.name;
      if (name) this.title.say(name);
    });
    toObservable(this.sought)
      .pipe(debounceTime(TYPING_MS), takeUntilDestroyed())
      .subscribe((words) => void this.find(words.trim()));
  }

  protected async load(id: string): Promise<void> {
    try {
      this.class.set(await this.api.read(id));
      this.status.set('ready');
    } catch (error) {
      const gone = error instanceof ProblemError && [400, 404].includes(error.problem?.status ?? 0);
      this.status.set(gone ? 'gone' : 'failed');
    }
  }

  protected rename(event: Event): void {
    event.preventDefault();
    if (!this.isNewName()) return;
    void this.change({ name: this.name().trim() }, this.texts.of('adminClasses.done.renamed'));
  }

  protected archive(archived: boolean): void {
    const done = archived ? 'adminClasses.done.archived' : 'adminClasses.done.reopened';
    void this.change({ archived }, this.texts.of(done));
  }

  protected add({ id, displayName: name }: AdminPerson): void {
    const done = this.texts.of('adminClasses.done.added', { name });
    void this.act(() => this.api.add(this.id(), id), done);
  }

  protected remove({ id, displayName: name }: ClassPerson): void {
    const done = this.texts.of('adminClasses.done.removed', { name });
    void this.act(() => this.api.remove(this.id(), id), done);
  }

  private change(patch: ClassPatch, done: string): Promise<void> {
    return this.act(async () => {
      await this.api.change(this.id(), patch);
    }, done);
  }

  private async find(search: string): Promise<void> {
    if (search === '') return this.found.set([]);
    try {
      const { items } = await this.people.page({ search, state: 'active', limit: FOUND });
      if (this.sought().trim() === search) this.found.set(items);
    } catch (error) {
      this.refused.set(problemKey(error));
    }
  }

  private async act(work: () => Promise<void>, done: string): Promise<void> {
    this.busy.set(true);
    this.refused.set('');
    this.said.set('');
    try {
      await work();
      await this.load(this.id());
      this.said.set(done);
    } catch (error) {
      this.refused.set(problemKey(error));
    } finally {
      this.busy.set(false);
    }
  }
}
