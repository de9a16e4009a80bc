import {
  ChangeDetectionStrategy,
  Component,
  computed,
  ElementRef,
  inject,
  signal,
  viewChild,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { AdminPerson } from '@cartable/contract';
import { TranslocoPipe } from '@jsverse/transloco';
import { Connection } from '../../core/realtime/connection';
import { Texts } from '../../i18n/texts';
import { pausesIn } from '../../ui/pauses-in';
import { PersonName } from '../../ui/person-name/person-name';
import { Act } from '../act';
import { Outcome } from '../outcome';
import { PeopleApi } from '../people/people-api';
import { ClassState } from './class-state';

const FOUND = 8;

/** Looks for people and puts them into the class, one after the other without leaving the field. */
@Component({
  selector: 'app-member-search',
  imports: [MatButton, Outcome, PersonName, TranslocoPipe],
  templateUrl: './member-search.html',
  styleUrl: './member-search.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MemberSearch {
  protected readonly class = inject(ClassState);
  protected readonly sought = signal('');
  /** Who was found, once there is an answer to what is typed. */
  protected readonly found = signal<readonly AdminPerson[] | null>(null);
  protected readonly isUnanswered = signal(false);
  protected readonly act = new Act();
  protected readonly offline = computed(() => this.connection.state() === 'offline');

  private readonly field = viewChild.required<ElementRef<HTMLElement>>('words');
  private readonly people = inject(PeopleApi);
  private readonly texts = inject(Texts);
  private readonly connection = inject(Connection);

  constructor() {
    pausesIn(this.sought).subscribe(() => void this.find());
  }

  protected async find(): Promise<void> {
    const search = this.sought().trim();
    this.isUnanswered.set(false);
    if (search === '') return this.found.set(null);
    const page = await this.people
      .page({ search, state: 'active', limit: FOUND })
      .catch(() => null);
    if (this.sought().trim() !== search) return;
    this.isUnanswered.set(page === null);
    this.found.set(page?.items ?? null);
  }

  protected async add({ id, displayName: name }: AdminPerson): Promise<void> {
    const done = this.texts.of('adminClasses.done.added', { name });
    // The button that was pressed has gone: on with the next name.
    if (await this.act.run(() => this.class.add(id), done)) this.field().nativeElement.focus();
  }
}
