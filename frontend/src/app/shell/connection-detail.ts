import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { TranslocoPipe } from '@jsverse/transloco';
import { Connection } from '../core/realtime/connection';
import { Count } from '../i18n/count';
import { Day } from '../i18n/day';

type Trial = { state: 'none' | 'running' | 'failed' } | { state: 'answered'; ms: number };

/** What the page knows of its connection, and a button that asks the server now. */
@Component({
  selector: 'app-connection-detail',
  imports: [Count, Day, MatButton, TranslocoPipe],
  templateUrl: './connection-detail.html',
  styleUrl: './connection-detail.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ConnectionDetail {
  protected readonly connection = inject(Connection);
  protected readonly delay = computed(() => {
    const ms = this.connection.lastPingMs();
    return ms === null ? null : Math.round(ms);
  });
  protected readonly trial = signal<Trial>({ state: 'none' });

  protected async test(): Promise<void> {
    if (this.trial().state === 'running') return;
    this.trial.set({ state: 'running' });
    try {
      this.trial.set({ state: 'answered', ms: Math.round(await this.connection.test()) });
    } catch {
      this.trial.set({ state: 'failed' });
    }
  }
}
