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
import { MatButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { Router, RouterLink } from '@angular/router';
import { AdminClass, ClassName, classStates, ClassState, limits } from '@cartable/contract';
import { TranslocoPipe } from '@jsverse/transloco';
import { Connection } from '../../core/realtime/connection';
import { Plural } from '../../i18n/plural';
import { Texts } from '../../i18n/texts';
import { Choice } from '../../ui/choice';
import { EmptyState } from '../../ui/empty-state';
import { Icon } from '../../ui/icon';
import { KeepsFocus } from '../../ui/keeps-focus';
import { pausesIn } from '../../ui/pauses-in';
import { SearchField } from '../../ui/search-field';
import { Unread } from '../../ui/unread';
import { Act } from '../act';
import { More } from '../more';
import { Outcome } from '../outcome';
import { Pages } from '../pages';
import { retryWhenFailed } from '../read-again';
import { makesSure } from '../sure-dialog';
import { AdminClassesApi } from './classes-api';

const PAGE = 100;

/** The school's classes: looked for, made, archived. */
@Component({
  selector: 'app-admin-classes-page',
  imports: [
    Choice,
    EmptyState,
    Icon,
    KeepsFocus,
    MatButton,
    More,
    Outcome,
    Plural,
    RouterLink,
    SearchField,
    TranslocoPipe,
    Unread,
  ],
  templateUrl: './classes-page.html',
  styleUrl: './classes-page.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AdminClassesPage {
  readonly q = input<string>();
  readonly state = input<string>();

  protected readonly longest = limits.className;
  protected readonly search = linkedSignal(() => this.q() ?? '');
  protected readonly asked = computed<{ q: string; state: ClassState }>(() => ({
    q: (this.q() ?? '').trim(),
    state: this.state() === 'archived' ? 'archived' : 'current',
  }));
  protected readonly states = computed(() =>
    classStates.map((value) => ({ value, label: this.texts.of(`adminClasses.show.${value}`) })),
  );
  protected readonly name = signal('');
  protected readonly isName = computed(() => ClassName.safeParse(this.name()).success);
  protected readonly creating = new Act();
  protected readonly archiving = new Act();
  protected readonly offline = computed(() => this.connection.state() === 'offline');
  protected readonly list = new Pages<AdminClass>((cursor) => {
    const { q, state } = untracked(this.asked);
    return this.api.page({ search: q || undefined, state, limit: PAGE, cursor });
  });

  private readonly api = inject(AdminClassesApi);
  private readonly texts = inject(Texts);
  private readonly router = inject(Router);
  private readonly dialog = inject(MatDialog);
  private readonly connection = inject(Connection);

  constructor() {
    effect(() => {
      this.asked();
      untracked(() => void this.list.load());
    });
    retryWhenFailed(this.list);
    pausesIn(this.search).subscribe((q) => this.ask({ q }));
  }

  protected ask(change: { q?: string; state?: ClassState }): void {
    const { q, state } = { ...this.asked(), q: this.search(), ...change };
    void this.router.navigate([], {
      queryParams: { q: q || null, state: state === 'current' ? null : state },
      replaceUrl: true,
    });
  }

  protected create(event: Event): void {
    event.preventDefault();
    if (!this.isName() || this.offline()) return;
    void this.creating.run(async () => {
      const { id } = await this.api.create(this.name().trim());
      await this.router.navigate(['/admin/classes', id]);
    });
  }

  /** However few of them are shown. */
  protected async archiveAll(): Promise<void> {
    let current = 0;
    const count = async () => (current = (await this.api.all()).length);
    if (!(await this.archiving.run(count))) return;
    let archived = 0;
    const isDone = await makesSure(this.dialog, {
      heading: this.texts.plural('adminClasses.yearEnd.heading', current),
      text: this.texts.of('adminClasses.yearEnd.text'),
      act: this.texts.of('adminClasses.yearEnd.do'),
      work: async () => ({ archived } = await this.api.archiveAll()),
    });
    if (!isDone) return;
    this.archiving.say(this.texts.plural('adminClasses.yearEnd.done', archived));
    await this.list.load();
  }
}
