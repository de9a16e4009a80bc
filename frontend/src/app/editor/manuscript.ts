import { computed, signal } from '@angular/core';
import { Card, CollectionPatch, limits } from '@cartable/contract';
import { Collections } from '../core/collections/collections';
import { CollectionsApi } from '../core/collections/collections-api';
import { ProblemError } from '../core/problems/problem-error';
import { problemKey } from '../core/problems/problem-text';
import { Draft, rowsOf } from './row';
import { SerialQueue } from './serial-queue';

const PAUSE_MS = 700;
const UNDO_MS = 6_000;

export type SaveState = 'saved' | 'saving' | 'offline' | 'failed';

/**
 * A collection that is being written: what is typed is kept here and sent after a pause, one call after another. Without a
 * network it waits; nothing typed is lost while the window is open.
 */
export class Manuscript {
  private readonly queue = new SerialQueue();
  private readonly timers = new Map<string, ReturnType<typeof setTimeout>>();
  private readonly drafts = signal<ReadonlyMap<string, Draft>>(new Map());
  private readonly keys = signal<ReadonlyMap<string, string>>(new Map());
  private readonly hidden = signal<ReadonlySet<string>>(new Set());
  private readonly emptyKey = signal('new-1');
  private readonly pending = signal(0);
  private readonly offline = signal(false);
  private removal: { cardId: string; timer: ReturnType<typeof setTimeout> } | null = null;

  readonly whole = computed(() => this.collections.details(this.id)());
  readonly rows = computed(() =>
    rowsOf(this.whole()?.cards ?? [], this.drafts(), this.keys(), this.hidden(), this.emptyKey()),
  );
  readonly refused = signal('');
  /** A card is gone, and can still be brought back. */
  readonly undoable = signal(false);
  readonly state = computed<SaveState>(() => {
    if (this.refused()) return 'failed';
    if (this.offline()) return 'offline';
    return this.pending() > 0 || this.unsent() ? 'saving' : 'saved';
  });

  constructor(
    private readonly id: string,
    private readonly collections: Collections,
    private readonly api: CollectionsApi,
  ) {}

  /** Something typed that the server does not have, and could have. */
  unsent(): boolean {
    return [...this.drafts().values()].some(({ front, theirs }) => front.trim() !== '' && !theirs);
  }

  type(key: string, change: Partial<Pick<Draft, 'front' | 'back'>>): void {
    const row = this.rows().find((one) => one.key === key);
    if (!row) return;
    const base = this.drafts().get(key)?.base ?? row.card;
    this.refused.set('');
    this.setDraft(key, {
      front: row.front,
      back: row.back,
      base,
      theirs: row.theirs ?? undefined,
      ...change,
    });
    if (key === this.emptyKey()) this.emptyKey.set(`new-${Number(key.slice(4)) + 1}`);
    this.sendLater(key);
  }

  /** Sends at once what waits, as when the connection comes back. */
  flush(): void {
    for (const key of this.drafts().keys()) this.send(key);
  }

  move(key: string, step: -1 | 1): void {
    const cards = this.rows().flatMap(({ card }) => card ?? []);
    const place = cards.findIndex((card) => card.id === this.cardOf(key)?.id);
    const card = cards[place];
    const target = place + step;
    if (!card || target < 0 || target >= cards.length) return;
    const after = step === 1 ? cards[target]?.id : (cards[target - 1]?.id ?? null);
    this.enqueue(async () => {
      const { rev } = this.present();
      this.put(await this.api.patchCard(this.id, card.id, { rev, after }));
    });
  }

  /** Takes a card away. It is deleted for good a moment later, unless that is undone. */
  remove(key: string): void {
    this.finishRemoval();
    clearTimeout(this.timers.get(key));
    const card = this.cardOf(key);
    this.dropDraft(key);
    if (!card) return;
    this.hidden.update((hidden) => new Set(hidden).add(card.id));
    this.undoable.set(true);
    this.removal = { cardId: card.id, timer: setTimeout(() => this.finishRemoval(), UNDO_MS) };
  }

  undoRemoval(): void {
    if (!this.removal) return;
    clearTimeout(this.removal.timer);
    this.show(this.removal.cardId);
    this.removal = null;
    this.undoable.set(false);
  }

  finishRemoval(): void {
    if (!this.removal) return;
    const { cardId, timer } = this.removal;
    clearTimeout(timer);
    this.removal = null;
    this.undoable.set(false);
    this.enqueue(async () => {
      try {
        const { rev } = await this.api.removeCard(this.id, cardId);
        this.collections.dropCard(this.id, cardId, rev);
      } finally {
        this.show(cardId);
      }
    });
  }

  /** Two versions of a card stand against each other: the person's own, or the server's. */
  choose(key: string, which: 'mine' | 'theirs'): void {
    const draft = this.drafts().get(key);
    if (!draft?.theirs) return;
    if (which === 'theirs') this.dropDraft(key);
    else {
      this.setDraft(key, { front: draft.front, back: draft.back, base: draft.theirs });
      this.send(key);
    }
  }

  async addMany(cards: { front: string; back: string }[]): Promise<void> {
    await this.queue.add(async () => {
      const { rev, cards: made } = await this.api.addCards(this.id, cards);
      this.collections.putCards(this.id, made, rev);
    });
  }

  describe(change: Omit<CollectionPatch, 'rev'>): void {
    if (
      change.title !== undefined &&
      (!change.title.trim() || change.title.trim().length > limits.title)
    )
      return;
    this.enqueue(async () => {
      const { title, description, rev, updatedAt, cardCount } = await this.api.patch(this.id, {
        rev: this.present().rev,
        ...change,
      });
      this.collections.apply({
        collectionId: this.id,
        title,
        description,
        rev,
        updatedAt,
        cardCount,
        cards: [],
        removed: [],
      });
    });
  }

  private sendLater(key: string): void {
    clearTimeout(this.timers.get(key));
    this.timers.set(
      key,
      setTimeout(() => this.send(key), PAUSE_MS),
    );
  }

  private send(key: string): void {
    clearTimeout(this.timers.get(key));
    this.enqueue(async () => {
      const draft = this.drafts().get(key);
      if (!draft || draft.theirs || !draft.front.trim()) return;
      try {
        this.sent(key, draft, await this.write(key, draft));
      } catch (error) {
        if (!this.settleStale(key, draft, error)) throw error;
      }
    });
  }

  private write(key: string, { front, back, base }: Draft): Promise<Card> {
    const card = base ?? this.cardOf(key);
    if (!card) return this.api.addCard(this.id, { front, back });
    return this.api.patchCard(this.id, card.id, { rev: card.rev, front, back });
  }

  /** What was typed while the call was on its way is sent next, on top of what the server now has. */
  private sent(key: string, was: Draft, card: Card): void {
    if (!was.base) this.keys.update((keys) => new Map(keys).set(card.id, key));
    this.put(card);
    const draft = this.drafts().get(key);
    if (draft === was) this.dropDraft(key);
    else if (draft) {
      this.setDraft(key, { ...draft, base: card });
      this.sendLater(key);
    }
  }

  private settleStale(key: string, draft: Draft, error: unknown): boolean {
    if (!(error instanceof ProblemError) || error.code !== 'collection-stale') return false;
    const { cards = [] } = (error.problem?.current ?? {}) as { cards?: Card[] };
    const theirs = cards.find(({ id }) => id === draft.base?.id);
    if (!theirs) return false;
    this.setDraft(key, { ...draft, theirs });
    return true;
  }

  private enqueue(job: () => Promise<void>): void {
    this.pending.update((pending) => pending + 1);
    void this.queue
      .add(job)
      .then(
        () => this.offline.set(false),
        (error: unknown) => this.fail(error),
      )
      .finally(() => this.pending.update((pending) => pending - 1));
  }

  private fail(error: unknown): void {
    const isOffline = error instanceof ProblemError && error.code === 'offline';
    this.offline.set(isOffline);
    if (!isOffline) this.refused.set(problemKey(error));
  }

  private present() {
    const whole = this.whole();
    if (!whole) throw new ProblemError('not-found');
    return whole;
  }

  private cardOf(key: string): Card | null {
    return this.rows().find((row) => row.key === key)?.card ?? null;
  }

  private put(card: Card): void {
    this.collections.putCard(this.id, card, card.rev);
  }

  private show(cardId: string): void {
    this.hidden.update((hidden) => new Set([...hidden].filter((id) => id !== cardId)));
  }

  private setDraft(key: string, draft: Draft): void {
    this.drafts.update((drafts) => new Map(drafts).set(key, draft));
  }

  private dropDraft(key: string): void {
    this.drafts.update((drafts) => new Map([...drafts].filter(([one]) => one !== key)));
  }
}
