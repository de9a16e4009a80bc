import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  input,
  untracked,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { ClassWithMembers } from '@cartable/contract';
import { TranslocoPipe } from '@jsverse/transloco';
import { ClassesApi } from '../core/classes/classes-api';
import { Reading } from '../core/http/reading';
import { Connection } from '../core/realtime/connection';
import { PageTitle } from '../i18n/page-title';
import { Plural } from '../i18n/plural';
import { Avatar } from '../ui/avatar';
import { EmptyState } from '../ui/empty-state';
import { Icon } from '../ui/icon';
import { PersonName } from '../ui/person-name/person-name';
import { Unread } from '../ui/unread';

/** A class: who learns in it and who teaches it. Read when it opens, and again when the connection is back. */
@Component({
  selector: 'app-class-page',
  imports: [
    Avatar,
    EmptyState,
    Icon,
    MatButton,
    PersonName,
    Plural,
    RouterLink,
    TranslocoPipe,
    Unread,
  ],
  templateUrl: './class-page.html',
  styleUrl: './class-page.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ClassPage {
  readonly id = input.required<string>();

  protected readonly class = new Reading<ClassWithMembers>();
  protected readonly offline = computed(() => this.connection.state() === 'offline');

  private readonly api = inject(ClassesApi);
  private readonly connection = inject(Connection);
  private readonly title = inject(PageTitle);

  constructor() {
    effect(() => {
      const id = this.id();
      if (this.connection.state() !== 'offline') untracked(() => void this.load(id));
    });
    effect(() => {
      const name = this.class.value()?.name;
      if (name) this.title.say(name);
    });
  }

  protected load(id: string): Promise<void> {
    if (this.class.value()?.id !== id) this.class.forget();
    return this.class.read(() => this.api.read(id));
  }
}
