import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { ClassMember } from '@cartable/contract';
import { TranslocoPipe } from '@jsverse/transloco';
import { Connection } from '../../core/realtime/connection';
import { Texts } from '../../i18n/texts';
import { PersonName } from '../../ui/person-name/person-name';
import { Act } from '../act';
import { ClassState, Kind } from './class-state';

/** Those of a class who learn, or who teach: each can be taken out and, while the page is open, put back at the same place. */
@Component({
  selector: 'app-member-list',
  imports: [MatButton, PersonName, RouterLink, TranslocoPipe],
  templateUrl: './member-list.html',
  styleUrl: './member-list.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MemberList {
  readonly kind = input.required<Kind>();

  protected readonly class = inject(ClassState);
  protected readonly people = computed(() => this.class[this.kind()]());
  protected readonly act = new Act();
  /** Whose line the act is on. */
  protected readonly at = signal('');
  protected readonly offline = computed(() => this.connection.state() === 'offline');

  private readonly texts = inject(Texts);
  private readonly connection = inject(Connection);

  protected toggle(person: ClassMember): void {
    if (this.act.busy()) return;
    this.at.set(person.id);
    const isInside = this.class.inside().has(person.id);
    const work = () =>
      isInside ? this.class.remove(person, this.kind()) : this.class.add(person.id);
    const done = isInside ? 'adminClasses.done.removed' : 'adminClasses.done.added';
    void this.act.run(work, this.texts.of(done, { name: person.displayName }));
  }
}
