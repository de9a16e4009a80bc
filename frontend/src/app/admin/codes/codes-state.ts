import { computed, inject, Injectable, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { AdminCode, CodeState, Withdrawal } from '@cartable/contract';
import { Reading } from '../../core/http/reading';
import { Connection } from '../../core/realtime/connection';
import { Link } from '../../core/realtime/link';
import { Live } from '../../core/realtime/live';
import { Pages } from '../pages';
import { timesToReadAgain } from '../read-again';
import { CodesApi } from './codes-api';
import { CodesInHand, isOlder } from './codes-in-hand';

const PAGE = 50;
const LOOK_MS = 15_000;

/** The codes that the room shows: read when it opens, and again whenever something happens to one of them. */
@Injectable()
export class CodesState {
  private readonly api = inject(CodesApi);
  private readonly inHand = inject(CodesInHand);
  private readonly link = inject(Link);
  private readonly connection = inject(Connection);
  readonly list = new Pages<AdminCode>((cursor) => this.read(cursor));
  private readonly undoable = new Reading<readonly Withdrawal[]>();
  private readonly lastRead = signal(0);
  private readonly running = signal<number | null>(null);
  /** What words told of, and nobody has read again since. */
  private stirred = new Set<string>();
  /** The connection, by when it came about, since which no word was missed. */
  private heeded = this.link.connectedAt;
  private asked: { state: CodeState; search: string } = { state: 'all', search: '' };

  readonly status = this.list.status;
  readonly items = computed(() => this.inHand.among(this.list.items()));
  readonly at = this.lastRead.asReadonly();
  /** Null while nothing is known of them. */
  readonly hot = this.running.asReadonly();
  readonly withdrawals = computed(() => this.undoable.value() ?? []);
  readonly offline = computed(() => this.connection.state() === 'offline');

  constructor() {
    const told = inject(Live).on('shareCodesStirred');
    told.pipe(takeUntilDestroyed()).subscribe(({ codes }) => this.stir(...codes));
    timesToReadAgain(LOOK_MS, told).subscribe(() => void this.refresh());
  }

  ask(state: CodeState, search: string): void {
    this.asked = { state, search };
    this.inHand.letGo();
    this.load();
  }

  load(): void {
    void this.list.load();
    void this.readWithdrawals();
  }

  /** Something was done about it. */
  async changed(code: string): Promise<void> {
    this.stir(code);
    await this.refresh();
  }

  private stir(...codes: string[]): void {
    for (const code of codes) this.stirred.add(code);
  }

  /**
   * What is new stands at the top. Further down it is read again only for the sake of a code that stands there, and when words may
   * have been missed: who was offline was told nothing.
   */
  private async refresh(): Promise<void> {
    const { stirred } = this;
    const { connectedAt } = this.link;
    const deep = this.list.items().slice(PAGE);
    const isDeep = connectedAt !== this.heeded || deep.some(({ code }) => stirred.has(code));
    this.stirred = new Set();
    const [isRead] = await Promise.all([
      isDeep ? this.list.refresh() : this.list.refreshTop(isOlder),
      this.readWithdrawals(),
    ]);
    if (isRead) this.heeded = connectedAt;
    else this.stir(...stirred);
  }

  private async read(cursor?: string) {
    const page = await this.api.page({ ...this.asked, limit: PAGE, cursor });
    this.running.set(page.hot);
    this.lastRead.set(Date.now());
    return page;
  }

  private readWithdrawals(): Promise<void> {
    return this.undoable.read(async () => (await this.api.withdrawals()).items);
  }
}
