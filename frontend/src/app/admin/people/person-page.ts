import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  input,
  untracked,
  viewChild,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { Router, RouterLink } from '@angular/router';
import { AdminPerson, FirstPassword, PersonPatch } from '@cartable/contract';
import { TranslocoPipe } from '@jsverse/transloco';
import { firstValueFrom } from 'rxjs';
import { Reading } from '../../core/http/reading';
import { Connection } from '../../core/realtime/connection';
import { Session } from '../../core/session/session';
import { Day } from '../../i18n/day';
import { PageTitle } from '../../i18n/page-title';
import { Texts } from '../../i18n/texts';
import { EmptyState } from '../../ui/empty-state';
import { Icon } from '../../ui/icon';
import { Unread } from '../../ui/unread';
import { Act } from '../act';
import { Outcome } from '../outcome';
import { retryWhenFailed } from '../read-again';
import { save } from '../save-file';
import { makesSure } from '../sure-dialog';
import { cardOf, showCards } from './cards-dialog';
import { EraseDialog } from './erase-dialog';
import { PeopleApi } from './people-api';
import { PeopleListing } from './people-listing';
import { PersonClasses } from './person-classes';
import { PersonForm } from './person-form';

type SureAct = 'reset' | 'signOut' | 'disable';

/** One account: who it is, its classes, and what an administrator may do with it. */
@Component({
  selector: 'app-person-page',
  imports: [
    Day,
    EmptyState,
    Icon,
    MatButton,
    Outcome,
    PersonClasses,
    PersonForm,
    RouterLink,
    TranslocoPipe,
    Unread,
  ],
  templateUrl: './person-page.html',
  styleUrl: './person-page.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PersonPage {
  readonly id = input.required<string>();

  protected readonly listing = inject(PeopleListing);
  private readonly reading = new Reading<AdminPerson>();
  protected readonly person = this.reading.value;
  protected readonly status = this.reading.status;
  protected readonly access = new Act();
  protected readonly data = new Act();
  protected readonly isMine = computed(() => this.session.person()?.id === this.id());
  protected readonly offline = computed(() => this.connection.state() === 'offline');

  private readonly api = inject(PeopleApi);
  private readonly session = inject(Session);
  private readonly connection = inject(Connection);
  private readonly dialog = inject(MatDialog);
  private readonly router = inject(Router);
  private readonly texts = inject(Texts);
  private readonly title = inject(PageTitle);
  private readonly form = viewChild(PersonForm);
  private isErased = false;

  constructor() {
    effect(() => {
      this.id();
      this.reading.forget();
      void this.load();
    });
    retryWhenFailed({ status: this.status, load: () => this.load() });
    effect(() => {
      const person = this.person();
      if (person) this.title.say(person.displayName);
    });
  }

  /** For the router; what was typed of somebody who is erased goes with them. */
  async mayLeave(): Promise<boolean> {
    return this.isErased || ((await this.form()?.mayLeave()) ?? true);
  }

  protected load(): Promise<void> {
    const id = untracked(this.id);
    return this.reading.read(() => this.api.read(id));
  }

  /** As an act has left it: unless the page has gone on to somebody else meanwhile. */
  protected show(person: AdminPerson): void {
    if (person.id === this.id()) this.reading.set(person);
  }

  protected isOver(until: string): boolean {
    return Date.parse(until) < Date.now();
  }

  protected async enable(): Promise<void> {
    await this.access.run(
      () => this.change({ disabled: false }),
      this.texts.of('adminPeople.done.enabled'),
    );
  }

  protected disable(): Promise<boolean> {
    const work = () => this.change({ disabled: true });
    return this.sure('disable', work, 'adminPeople.done.disabled');
  }

  protected signOut(): Promise<boolean> {
    const work = () => this.api.signOut(this.id());
    return this.sure('signOut', work, 'adminPeople.done.signedOut');
  }

  protected async resetPassword(): Promise<void> {
    let made: FirstPassword | undefined;
    await this.sure('reset', async () => {
      made = await this.api.resetPassword(this.id());
    });
    if (!made) return;
    this.show(made.person);
    showCards(this.dialog, { cards: [cardOf(made)] });
  }

  protected export(): Promise<boolean> {
    const work = async () => save(await this.api.export(this.id()), `person-${this.id()}.json`);
    return this.data.run(work, this.texts.of('adminPeople.done.exported'));
  }

  protected async erase(): Promise<void> {
    const asking = this.dialog.open<EraseDialog, AdminPerson | null, boolean>(EraseDialog, {
      data: this.person(),
      width: '520px',
    });
    if (!(await firstValueFrom(asking.afterClosed()))) return;
    const name = this.person()?.displayName ?? '';
    this.isErased = true;
    void this.router.navigate(['/admin/people'], {
      queryParams: this.listing.address(),
      info: { done: this.texts.of('adminPeople.done.erased', { name }) },
    });
  }

  private async change(patch: PersonPatch): Promise<void> {
    this.show(await this.api.change(this.id(), patch));
  }

  /** Asks, and says beside the buttons what was done. */
  private async sure(act: SureAct, work: () => Promise<unknown>, done?: string): Promise<boolean> {
    const say = (key: string) => this.texts.of(key, { name: this.person()?.displayName ?? '' });
    const asked = {
      heading: say(`adminPeople.sure.${act}.heading`),
      text: say(`adminPeople.sure.${act}.text`),
      act: say(`adminPeople.sure.${act}.do`),
      work,
    };
    const isDone = await makesSure(this.dialog, asked);
    this.access.say(isDone && done ? say(done) : '');
    return isDone;
  }
}
