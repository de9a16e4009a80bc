import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { SchoolSettings, SchoolSettingsPatch } from '@cartable/contract';
import { TranslocoPipe } from '@jsverse/transloco';
import { problemKey } from '../../core/problems/problem-text';
import { Connection } from '../../core/realtime/connection';
import { Delayed } from '../../ui/delayed';
import { EmptyState } from '../../ui/empty-state';
import { SettingsApi } from './settings-api';

/** What administrators decide about the school: how long what is kept. */
@Component({
  selector: 'app-settings-page',
  imports: [Delayed, EmptyState, MatButton, TranslocoPipe],
  templateUrl: './settings-page.html',
  styleUrl: './settings-page.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SettingsPage {
  protected readonly settings = signal<SchoolSettings | null>(null);
  protected readonly status = signal<'loading' | 'ready' | 'failed'>('loading');
  protected readonly days = signal('');
  protected readonly busy = signal(false);
  protected readonly saved = signal(false);
  protected readonly refused = signal('');
  protected readonly offline = computed(() => this.connection.state() === 'offline');
  /** Undefined while what is typed can't be. */
  protected readonly patch = computed(
    () =>
      SchoolSettingsPatch.safeParse({ auditDays: this.days() === '' ? NaN : Number(this.days()) })
        .data,
  );

  private readonly api = inject(SettingsApi);
  private readonly connection = inject(Connection);

  constructor() {
    void this.load();
  }

  protected async load(): Promise<void> {
    this.status.set('loading');
    try {
      this.show(await this.api.read());
      this.status.set('ready');
    } catch {
      this.status.set('failed');
    }
  }

  protected write(days: string): void {
    this.days.set(days);
    this.saved.set(false);
    this.refused.set('');
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    const patch = this.patch();
    if (!patch || this.busy()) return;
    this.busy.set(true);
    this.refused.set('');
    try {
      this.show(await this.api.change(patch));
      this.saved.set(true);
    } catch (error) {
      this.refused.set(problemKey(error));
    } finally {
      this.busy.set(false);
    }
  }

  private show(settings: SchoolSettings): void {
    this.settings.set(settings);
    this.days.set(String(settings.auditDays));
  }
}
