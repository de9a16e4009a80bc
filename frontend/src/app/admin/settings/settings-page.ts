import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { takeUntilDestroyed, toObservable } from '@angular/core/rxjs-interop';
import { MatButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { SchoolSettings, SchoolSettingsPatch } from '@cartable/contract';
import { TranslocoPipe } from '@jsverse/transloco';
import { debounceTime, switchMap } from 'rxjs';
import { Reading } from '../../core/http/reading';
import { Connection } from '../../core/realtime/connection';
import { Plural } from '../../i18n/plural';
import { Texts } from '../../i18n/texts';
import { KeepsFocus } from '../../ui/keeps-focus';
import { Unread } from '../../ui/unread';
import { Act } from '../act';
import { Outcome } from '../outcome';
import { retryWhenFailed } from '../read-again';
import { makesSure } from '../sure-dialog';
import { SettingsApi } from './settings-api';

const TYPING_MS = 250;

type Typed = Record<keyof SchoolSettingsPatch, string>;

/** What administrators decide about the school: how long what is kept. */
@Component({
  selector: 'app-settings-page',
  imports: [KeepsFocus, MatButton, Outcome, Plural, TranslocoPipe, Unread],
  templateUrl: './settings-page.html',
  styleUrl: './settings-page.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SettingsPage {
  private readonly reading = new Reading<SchoolSettings>();
  protected readonly settings = this.reading.value;
  protected readonly status = this.reading.status;
  protected readonly typed = signal<Typed>({ auditDays: '', disabledDays: '' });
  protected readonly act = new Act();
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
  private readonly dialog = inject(MatDialog);
  private readonly texts = inject(Texts);

  constructor() {
    toObservable(computed(() => this.disabledDays()?.disabledDays ?? null))
      .pipe(
        debounceTime(TYPING_MS),
        switchMap((days) => this.countDue(days)),
        takeUntilDestroyed(),
      )
      .subscribe((due) => this.due.set(due));
    void this.load();
    retryWhenFailed({ status: this.status, load: () => this.load() });
  }

  protected async load(): Promise<void> {
    await this.reading.read(() => this.api.read());
    this.fill();
  }

  protected write(typed: Partial<Typed>): void {
    this.typed.update((before) => ({ ...before, ...typed }));
    this.act.say('');
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    const [audit, disabled] = [this.auditDays(), this.disabledDays()];
    if (!audit || !disabled) return;
    const patch = { ...audit, ...disabled };
    let lost: string[] = [];
    if (!(await this.act.run(async () => (lost = await this.lostBy(patch))))) return;
    const work = async () => this.reading.set(await this.api.change(patch));
    const isDone = lost.length > 0 ? await this.makesSure(lost, work) : await this.act.run(work);
    if (!isDone) return;
    this.fill();
    this.act.say(this.texts.of('adminSettings.saved'));
  }

  private makesSure(lost: readonly string[], work: () => Promise<unknown>): Promise<boolean> {
    return makesSure(this.dialog, {
      heading: this.texts.of('adminSettings.sure.heading'),
      text: lost.join(' '),
      act: this.texts.of('adminSettings.sure.do'),
      work,
    });
  }

  /** What would be erased for good, in sentences; asked again of the server, since what stands on the page may be older. */
  private async lostBy({ auditDays, disabledDays }: SchoolSettingsPatch): Promise<string[]> {
    const now = this.settings();
    const lost: string[] = [];
    if (typeof disabledDays === 'number' && disabledDays !== now?.disabledDays) {
      const { accounts } = await this.api.due(disabledDays);
      if (accounts > 0) lost.push(this.texts.plural('adminSettings.due', accounts));
    }
    if (now && auditDays !== undefined && auditDays < now.auditDays) {
      lost.push(this.texts.plural('adminSettings.sure.audit', auditDays));
    }
    return lost;
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
