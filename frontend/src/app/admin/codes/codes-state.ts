import { computed, inject, Injectable, signal } from '@angular/core';
import { AdminCode, AdminCodePage, CodeState, limits, Withdrawal } from '@cartable/contract';
import { Reading } from '../../core/http/reading';
import { Connection } from '../../core/realtime/connection';
import { Live } from '../../core/realtime/live';
import { timesToReadAgain } from '../read-again';
import { CodesApi } from './codes-api';

const PAGE = 50;
const LOOK_MS = 15_000;

/** The codes that the room shows: read when it opens, and again whenever something happens to one of them. */
@Injectable()
export class CodesState {
  private readonly api = inject(CodesApi);
  private readonly connection = inject(Connection);
  private readonly page = new Reading<AdminCodePage>();
  private readonly undoable = new Reading<readonly Withdrawal[]>();
  private readonly asked = signal<{ state: CodeState; search: string }>({
    state: 'all',
    search: '',
  });
  private size = PAGE;

  readonly status = this.page.status;
  readonly at = this.page.at;
  readonly items = computed<readonly AdminCode[]>(() => this.page.value()?.items ?? []);
  readonly hot = computed(() => this.page.value()?.hot ?? 0);
  readonly hasMore = computed(
    () => this.page.value()?.next !== null && this.items().length < limits.page,
  );
  readonly withdrawals = computed(() => this.undoable.value() ?? []);
  readonly offline = computed(() => this.connection.state() === 'offline');

  constructor() {
    timesToReadAgain(LOOK_MS, inject(Live).on('shareCodesStirred')).subscribe(
      () => void this.load(),
    );
  }

  ask(state: CodeState, search: string): void {
    this.asked.set({ state, search });
    this.size = PAGE;
    void this.load();
  }

  more(): void {
    this.size = Math.min(this.size + PAGE, limits.page);
    void this.load();
  }

  async load(): Promise<void> {
    const query = { ...this.asked(), limit: this.size };
    await Promise.all([
      this.page.read(() => this.api.page(query)),
      this.undoable.read(async () => (await this.api.withdrawals()).items),
    ]);
  }
}
