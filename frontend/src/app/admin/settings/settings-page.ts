import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { takeUntilDestroyed, toObservable } from '@angular/core/rxjs-interop';
import { MatButton } from '@angular/material/button';
import { SchoolSettings, SchoolSettingsPatch } from '@cartable/contract';
import { TranslocoPipe } from '@jsverse/transloco';
import { debounceTime, switchMap } from 'rxjs';
import { Reading } from '../../core/http/reading';
import { problemKey } from '../../core/problems/problem-text';
import { Connection } from '../../core/realtime/connection';
import { Plural } from '../../i18n/plural';
import { Delayed } from '../../ui/delayed';
import { EmptyState } from '../../ui/empty-state';
import { KeepsFocus } from '../../ui/keeps-focus';
import { retryWhenBack } from '../read-again';
import { SettingsApi } from './settings-api';

const TYPING_MS = 250;

type Typed = Record<keyof SchoolSettingsPatch, string>;

/** What administrators decide about the school: how long what is kept. */
@Component({
  selector: 'app-settings-page',
  imports: [Delayed, EmptyState, KeepsFocus, MatButton, Plural, TranslocoPipe],
  templateUrl: './settings-page.html',
  styleUrl: './settings-page.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SettingsPage {
  private readonly reading = new Reading<SchoolSettings>();
  protected readonly settings = this.reading.value;
  protected readonly status = this.reading.status;
  protected readonly typed = signal<Typed>({ auditDays: '', disabledDays: '' });
  protected readonly busy = signal(false);
  protected readonly saved = signal(false);
  protected readonly refused = signal('');
  /** How many accounts what is typed would erase; null while that is not known. */
  protected readonly due = signal<number | null>(null);
  protected readonly offline = computed(() => this.connection.state() === 'offline');
  /** Undefined while what is typed can't be. */
  protected readonly auditDays = computed(() => valid({ auditDays: days(this.typed().auditDays) }));
  protected readonly disabledDays = computed(() => {
    const { disabledDays } = this.typed();
    return valid({ disabledDays: disabledDays === '' ? null : days(disabledDays) });
  });

  private readonly api = inject(SettingsApi);
  private readonly connection = inject(Connection);

  constructor() {
    toObservable(computed(() => this.disabledDays()?.disabledDays ?? null))
      .pipe(
        debounceTime(TYPING_MS),
        switchMap((days) => this.countDue(days)),
        takeUntilDestroyed(),
      )
      .subscribe((due) => this.due.set(due));
    void this.load();
    retryWhenBack({ status: this.status, load: () => this.load() });
  }

  protected async load(): Promise<void> {
    await this.reading.read(() => this.api.read());
    this.fill();
  }

  protected write(typed: Partial<Typed>): void {
    this.typed.update((before) => ({ ...before, ...typed }));
    this.saved.set(false);
    this.refused.set('');
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    const [audit, disabled] = [this.auditDays(), this.disabledDays()];
    if (!audit || !disabled || this.busy()) return;
    this.busy.set(true);
    this.refused.set('');
    try {
      this.reading.set(await this.api.change({ ...audit, ...disabled }));
      this.fill();
      this.saved.set(true);
    } catch (error) {
      this.refused.set(problemKey(error));
    } finally {
      this.busy.set(false);
    }
  }

  private fill(): void {
    const settings = this.settings();
    if (!settings) return;
    const { auditDays, disabledDays } = settings;
    this.typed.set({ auditDays: String(auditDays), disabledDays: String(disabledDays ?? '') });
  }

  /** Without an answer the page says only what it knows. */
  private async countDue(days: number | null): Promise<number | null> {
    if (days === null) return null;
    return this.api.due(days).then(
      ({ accounts }) => accounts,
      () => null,
    );
  }
}

const days = (typed: string): number => (typed === '' ? NaN : Number(typed));

const valid = (patch: SchoolSettingsPatch) => SchoolSettingsPatch.safeParse(patch).data;
