import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { InstanceState } from '@cartable/contract';
import { TranslocoPipe } from '@jsverse/transloco';
import { Count } from '../../i18n/count';
import { Texts } from '../../i18n/texts';

const MINUTE_MS = 60_000;

/** The servers that share the database. */
@Component({
  selector: 'app-instance-table',
  imports: [Count, TranslocoPipe],
  templateUrl: './instance-table.html',
  styleUrl: './instance-table.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class InstanceTable {
  readonly instances = input.required<readonly InstanceState[]>();
  /** By the clock of the server. */
  readonly now = input.required<string>();

  protected readonly rows = computed(() =>
    this.instances().map((one, index) => ({
      ...one,
      name: this.texts.of('adminOverview.serverName', { number: index + 1 }),
      sign: one.id.slice(0, 8),
      age: this.age(Date.parse(this.now()) - Date.parse(one.startedAt)),
    })),
  );

  private readonly texts = inject(Texts);

  /** In the largest unit that says something. */
  private age(ms: number): string {
    const minutes = Math.max(0, Math.floor(ms / MINUTE_MS));
    const hours = Math.floor(minutes / 60);
    const days = Math.floor(hours / 24);
    if (days > 0) return this.texts.plural('adminOverview.age.days', days);
    if (hours > 0) return this.texts.plural('adminOverview.age.hours', hours);
    return this.texts.plural('adminOverview.age.minutes', minutes);
  }
}
