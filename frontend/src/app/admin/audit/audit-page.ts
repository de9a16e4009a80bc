import { DOCUMENT } from '@angular/common';
import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  input,
  signal,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { auditActs, AuditEntry } from '@cartable/contract';
import { TranslocoPipe } from '@jsverse/transloco';
import { problemKey } from '../../core/problems/problem-text';
import { Connection } from '../../core/realtime/connection';
import { Day } from '../../i18n/day';
import { Texts } from '../../i18n/texts';
import { Delayed } from '../../ui/delayed';
import { EmptyState } from '../../ui/empty-state';
import { NearEnd } from '../../ui/near-end';
import { Pages } from '../pages';
import { AuditApi } from './audit-api';
import { AuditWishes, filterOf, noWishes } from './audit-filter';
import { save } from '../save-file';

/** Who did what to what, when, from where. It is only read: nobody can change it. */
@Component({
  selector: 'app-audit-page',
  imports: [Day, Delayed, EmptyState, MatButton, NearEnd, TranslocoPipe],
  templateUrl: './audit-page.html',
  styleUrl: './audit-page.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AuditPage {
  /** From the address: ids, by which other rooms lead here. */
  readonly actor = input<string>();
  readonly subject = input<string>();

  /** On a phone the list comes first. */
  protected readonly roomy = inject(DOCUMENT).defaultView?.matchMedia('(min-width: 720px)').matches;
  protected readonly acts = auditActs;
  protected readonly wishes = signal<AuditWishes>(noWishes);
  protected readonly filter = computed(() => filterOf(this.wishes()));
  protected readonly filtered = computed(() => this.wishes() !== noWishes);
  protected readonly list = new Pages((cursor) => this.api.page(this.filter() ?? {}, cursor));
  protected readonly offline = computed(() => this.connection.state() === 'offline');
  protected readonly fetching = signal(false);
  protected readonly refused = signal('');

  private readonly api = inject(AuditApi);
  private readonly texts = inject(Texts);
  private readonly connection = inject(Connection);

  constructor() {
    effect(() => {
      const [actor = '', subject = ''] = [this.actor(), this.subject()];
      if (actor || subject) this.wishes.set({ ...noWishes, actor, subject });
    });
    effect(() => {
      if (this.filter()) void this.list.load();
    });
  }

  protected wish(wish: Partial<AuditWishes>): void {
    this.wishes.update((wishes) => ({ ...wishes, ...wish }));
  }

  protected all(): void {
    this.wishes.set(noWishes);
  }

  protected actName(act: string): string {
    return (auditActs as readonly string[]).includes(act)
      ? this.texts.of(`adminAudit.acts.${act}`)
      : act;
  }

  protected who({ actor, address }: AuditEntry): string {
    if (actor) return actor.label ?? this.texts.of('adminAudit.erased');
    return this.texts.of(address ? 'adminAudit.stranger' : 'adminAudit.terminal');
  }

  /** Who signs in does so to their own account: that goes without saying. */
  protected what({ actor, subject }: AuditEntry): string {
    if (!subject || subject.id === actor?.id) return '';
    if (subject.label !== null) return subject.label;
    return this.texts.of(
      subject.kind === 'settings'
        ? `adminAudit.settings.${subject.id}`
        : `adminAudit.gone.${subject.kind}`,
    );
  }

  /** The words of ours that belong to an act; what has no word of its own is shown as it was written, and ids not at all. */
  protected details({ details }: AuditEntry): string {
    return Object.entries(details)
      .filter(([key]) => !key.endsWith('Id'))
      .map(([key, value]) =>
        this.texts.of('adminAudit.detail', {
          key: this.word(key),
          value: this.word(String(value)),
        }),
      )
      .join(' · ');
  }

  protected async download(format: 'csv' | 'json'): Promise<void> {
    const filter = this.filter();
    if (!filter) return;
    this.fetching.set(true);
    this.refused.set('');
    try {
      save(await this.api.file(filter, format), `audit.${format}`);
    } catch (error) {
      this.refused.set(problemKey(error));
    } finally {
      this.fetching.set(false);
    }
  }

  private word(written: string): string {
    const key = `adminAudit.words.${written}`;
    const word = this.texts.of(key);
    return word === key ? written : word;
  }
}
