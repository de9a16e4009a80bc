import {
  ChangeDetectionStrategy,
  Component,
  computed,
  ElementRef,
  inject,
  input,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { AdminClass, AdminPerson } from '@cartable/contract';
import { TranslocoPipe } from '@jsverse/transloco';
import { Connection } from '../../core/realtime/connection';
import { Texts } from '../../i18n/texts';
import { Act } from '../act';
import { AdminClassesApi } from '../classes/classes-api';
import { Outcome } from '../outcome';
import { PeopleApi } from './people-api';

type Place = AdminPerson['classes'][number];

/** The classes of this year that somebody is in: the way to each, out of it, and into another. */
@Component({
  selector: 'app-person-classes',
  imports: [MatButton, Outcome, RouterLink, TranslocoPipe],
  templateUrl: './person-classes.html',
  styleUrl: './person-classes.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PersonClasses {
  readonly person = input.required<AdminPerson>();
  readonly changed = output<AdminPerson>();

  protected readonly act = new Act();
  /** The reading of the classes that there are. */
  protected readonly reading = new Act();
  protected readonly others = computed(() => {
    const inside = new Set(this.person().classes.map(({ id }) => id));
    return this.all().filter(({ id }) => !inside.has(id));
  });
  protected readonly chosen = signal('');
  protected readonly offline = computed(() => this.connection.state() === 'offline');

  private readonly all = signal<readonly AdminClass[]>([]);
  private readonly field = viewChild<ElementRef<HTMLElement>>('field');
  private readonly api = inject(AdminClassesApi);
  private readonly people = inject(PeopleApi);
  private readonly texts = inject(Texts);
  private readonly connection = inject(Connection);

  constructor() {
    this.readClasses();
  }

  protected readClasses(): void {
    void this.reading.run(async () => this.all.set(await this.api.all()));
  }

  protected async add(event: Event): Promise<void> {
    event.preventDefault();
    const to = this.others().find(({ id }) => id === this.chosen());
    if (!to || this.offline()) return;
    const work = () => this.api.add(to.id, this.person().id);
    if (await this.move(work, 'adminPeople.done.added', to)) this.chosen.set('');
  }

  protected async remove(from: Place): Promise<void> {
    const work = () => this.api.remove(from.id, this.person().id);
    // The button that was pressed has gone with its line.
    if (await this.move(work, 'adminPeople.done.removed', from))
      this.field()?.nativeElement.focus();
  }

  private move(work: () => Promise<void>, done: string, { name }: Place): Promise<boolean> {
    return this.act.run(
      async () => {
        await work();
        this.changed.emit(await this.people.read(this.person().id));
      },
      this.texts.of(done, { name }),
    );
  }
}
