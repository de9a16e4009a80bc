import { ChangeDetectionStrategy, Component, computed, effect, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { Connection } from '../../core/realtime/connection';
import { PageTitle } from '../../i18n/page-title';
import { Plural } from '../../i18n/plural';
import { EmptyState } from '../../ui/empty-state';
import { Icon } from '../../ui/icon';
import { Unread } from '../../ui/unread';
import { retryWhenFailed } from '../read-again';
import { ClassForm } from './class-form';
import { ClassState } from './class-state';
import { MemberList } from './member-list';
import { MemberSearch } from './member-search';

/** A class: its name, who is in it, and its end. */
@Component({
  selector: 'app-admin-class-page',
  imports: [
    ClassForm,
    EmptyState,
    Icon,
    MemberList,
    MemberSearch,
    Plural,
    RouterLink,
    TranslocoPipe,
    Unread,
  ],
  providers: [ClassState],
  templateUrl: './class-page.html',
  styleUrl: './class-page.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AdminClassPage {
  readonly id = input.required<string>();

  protected readonly state = inject(ClassState);
  protected readonly offline = computed(() => this.connection.state() === 'offline');

  private readonly connection = inject(Connection);
  private readonly title = inject(PageTitle);

  constructor() {
    effect(() => void this.state.load(this.id()));
    retryWhenFailed({ status: this.state.status, load: () => this.state.load(this.id()) });
    effect(() => {
      const name = this.state.class()?.name;
      if (name) this.title.say(name);
    });
  }
}
