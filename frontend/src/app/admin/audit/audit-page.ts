import { ChangeDetectionStrategy, Component, computed, effect, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { Connection } from '../../core/realtime/connection';
import { Day } from '../../i18n/day';
import { Texts } from '../../i18n/texts';
import { EmptyState } from '../../ui/empty-state';
import { KeepsFocus } from '../../ui/keeps-focus';
import { Unread } from '../../ui/unread';
import { Act } from '../act';
import { More } from '../more';
import { Outcome } from '../outcome';
import { Pages } from '../pages';
import { retryWhenFailed } from '../read-again';
import { save } from '../save-file';
import { AuditApi } from './audit-api';
import { AuditWishes, filterOf, noWishes } from './audit-filter';
import { AuditFilters } from './audit-filters';
import { AuditWords } from './audit-words';

/** Who did what to what, when, from where. It is only read: nobody can change it. What is asked of it stands in the address. */
@Component({
  selector: 'app-audit-page',
  imports: [
    AuditFilters,
    Day,
    EmptyState,
    KeepsFocus,
    MatButton,
    More,
    Outcome,
    TranslocoPipe,
    Unread,
  ],
  templateUrl: './audit-page.html',
  styleUrl: './audit-page.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AuditPage {
  readonly actor = input<string>();
  readonly act = input<string>();
  readonly subject = input<string>();
  readonly from = input<string>();
  readonly to = input<string>();

  protected readonly noWishes = noWishes;
  protected readonly wishes = computed<AuditWishes>(() => ({
    actor: this.actor() ?? '',
    act: this.act() ?? '',
    subject: this.subject() ?? '',
    from: this.from() ?? '',
    to: this.to() ?? '',
  }));
  protected readonly filter = computed(() => filterOf(this.wishes()));
  protected readonly list = new Pages((cursor) => this.api.page(this.filter() ?? {}, cursor));
  protected readonly names = computed(
    () => new Map(this.list.items().flatMap((entry) => this.words.names(entry))),
  );
  protected readonly offline = computed(() => this.connection.state() === 'offline');
  protected readonly exporting = new Act();

  protected readonly words = inject(AuditWords);
  private readonly api = inject(AuditApi);
  private readonly texts = inject(Texts);
  private readonly router = inject(Router);
  private readonly connection = inject(Connection);

  constructor() {
    effect(() => {
      if (this.filter()) void this.list.load();
    });
    retryWhenFailed(this.list);
  }

  protected wish(wish: Partial<AuditWishes>): void {
    const asked = Object.entries({ ...this.wishes(), ...wish });
    void this.router.navigate([], {
      queryParams: Object.fromEntries(asked.map(([name, value]) => [name, value || null])),
      replaceUrl: true,
    });
  }

  protected download(format: 'csv' | 'json'): void {
    const filter = this.filter();
    if (!filter) return;
    const work = async () => save(await this.api.file(filter, format), `audit.${format}`);
    void this.exporting.run(work, this.texts.of('adminAudit.exported'));
  }
}
