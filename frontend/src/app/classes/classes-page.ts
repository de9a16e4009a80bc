import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { takeUntilDestroyed, toObservable } from '@angular/core/rxjs-interop';
import { RouterLink } from '@angular/router';
import { TaughtClasses } from '@cartable/contract';
import { TranslocoPipe } from '@jsverse/transloco';
import { filter } from 'rxjs';
import { ClassesApi } from '../core/classes/classes-api';
import { Reading } from '../core/http/reading';
import { Connection } from '../core/realtime/connection';
import { Plural } from '../i18n/plural';
import { EmptyState } from '../ui/empty-state';
import { Icon } from '../ui/icon';
import { Unread } from '../ui/unread';

/** « Mes classes »: the classes that a teacher teaches this year. */
@Component({
  selector: 'app-classes-page',
  imports: [EmptyState, Icon, Plural, RouterLink, TranslocoPipe, Unread],
  templateUrl: './classes-page.html',
  styleUrl: './classes-page.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ClassesPage {
  protected readonly classes = new Reading<TaughtClasses>();
  protected readonly items = computed(() => this.classes.value()?.items ?? []);
  protected readonly offline = computed(() => this.connection.state() === 'offline');

  private readonly api = inject(ClassesApi);
  private readonly connection = inject(Connection);

  constructor() {
    void this.load();
    toObservable(this.connection.state)
      .pipe(
        filter((state) => state === 'connected'),
        takeUntilDestroyed(),
      )
      .subscribe(() => void this.load());
  }

  protected load(): Promise<void> {
    return this.classes.read(() => this.api.taught());
  }
}
