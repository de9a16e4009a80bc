import { DOCUMENT } from '@angular/common';
import { ChangeDetectionStrategy, Component, inject, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { auditActs } from '@cartable/contract';
import { TranslocoPipe } from '@jsverse/transloco';
import { Icon } from '../../ui/icon';
import { AuditWishes, isId } from './audit-filter';
import { AuditWords } from './audit-words';

/** What is asked of the audit: fields above the list. Who was chosen in the list stands there by name, and can be taken away. */
@Component({
  selector: 'app-audit-filters',
  imports: [Icon, MatButton, TranslocoPipe],
  templateUrl: './audit-filters.html',
  styleUrl: './audit-filters.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AuditFilters {
  readonly wishes = input.required<AuditWishes>();
  /** A person is named in a way that none can be. */
  readonly wrong = input(false);
  /** By id. */
  readonly names = input.required<ReadonlyMap<string, string>>();
  readonly wished = output<Partial<AuditWishes>>();
  readonly cleared = output();

  /** On a phone the list comes first. */
  protected readonly roomy = inject(DOCUMENT).defaultView?.matchMedia('(min-width: 720px)').matches;
  protected readonly acts = auditActs;
  protected readonly words = inject(AuditWords);

  protected filtered(): boolean {
    return Object.values(this.wishes()).some((wish) => wish !== '');
  }

  /** The key or the name of what was chosen; null for what was typed. */
  protected chosen(wish: string): { name?: string } | null {
    const name = this.names().get(wish);
    return (name !== undefined && name !== wish) || isId(wish) ? { name } : null;
  }
}
