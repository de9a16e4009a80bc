import { computed, signal } from '@angular/core';
import { AddedCard, Card, CollectionPatch, limits } from '@cartable/contract';
import { v4 as newId } from 'uuid';
import { Collections } from '../core/collections/collections';
import { CollectionsApi } from '../core/collections/collections-api';
import { ProblemError } from '../core/problems/problem-error';
import { Outbox } from './outbox';
import { Draft, rowsOf } from './row';

const PAUSE_MS = 700;
const UNDO_MS = 6_000;

export type SaveState = 'saved' | 'saving' | 'offline' | 'failed';

/**
 * A collection that is being written: what is typed is kept here and sent after a pause, one call after another. Without a
 * network it waits; nothing typed is lost while the window is open.
 */
export class Manuscript {
  private readonly outbox = new Outbox();
  private readonly timers = new Map<string, ReturnType<typeof setTimeout>>();
  private readonly drafts = signal<ReadonlyMap<string, Draft>>(new Map());
  private readonly hidden = signal<ReadonlySet<string>>(new Set());
  private readonly emptyKey = signal(newId());
  private removal: { cardId: string; timer: ReturnType<typeof setTimeout> } | null = null;

  readonly whole = computed(() => this.collections.details(this.id)());
  readonly rows = computed(() =>
    rowsOf(this.whole()?.cards ?? [], this.drafts(), this.hidden(), this.emptyKey()),
  );
  readonly refused = this.outbox.refused;
  /** A card is gone, and can still be brought back. */
  readonly undoable = signal(false);
  readonly state = computed<SaveState>(() => {
    if (this.refused()) return 'failed';
    if (this.outbox.offline()) return 'offline';
    return this.outbox.busy() || this.unsent() ? 'saving' : 'saved';
  });

  constructor(
    private readonly id: string,
    private readonly collections: Collections,
    private readonly api: CollectionsApi,
  ) {}

  /** Something typed that the server does not have, and could have. */
  unsent(): boolean {
    const typed = [...this.drafts().values()];
    return (
      this.outbox.offline() || typed.some(({ front, theirs }) => front.trim() !== '' && !theirs)
    );
  }

  type(key: string, change: Partial<Pick<Draft, 'front' | 'back'>>): void {
    const row = this.rows().find((one) => one.key === key);
    if (!row) return;
    const known = this.drafts().get(key) ?? { front: row.front, back: row.back, base: row.card };
    this.outbox.forgetRefusal();
    this.setDraft(key, { ...known, ...change });
    if (key === this.emptyKey()) this.emptyKey.set(newId());
    this.sendLater(key);
  }

  /** Puts an empty row below this one. */
  insertBelow(key: string): void {
    if (key === this.emptyKey()) return;
    this.setDraft(newId(), { front: '', back: '', base: null, below: key });
  }

  /** Sends at once what waits, as when the connection comes back. */
  flush(): void {
    this.outbox.again();
    for (const key of this.drafts().keys()) this.send(key);
  }

  move(key: string, step: -1 | 1): void {
    const cards = this.rows().flatMap(({ card }) => card ?? []);
    const place = cards.findIndex((card) => card.id === this.cardOf(key)?.id);
    const card = cards[place];
    const target = place + step;
    if (!card || target < 0 || target >= cards.length) return;
    const after = step === 1 ? cards[target]?.id : (cards[target - 1]?.id ?? null);
    this.outbox.add(async () => {
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
    this.outbox.add(async () => {
      try {
        const { rev } = await this.api.removeCard(this.id, cardId);
        this.collections.dropCard(this.id, cardId, rev);
      } catch (error) {
        if (!isProblem(error, 'offline')) this.show(cardId);
        if (!isProblem(error, 'not-found')) throw error;
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

  /** With ids of the caller's, so that a second try adds no card twice. */
  addMany(cards: AddedCard[]): Promise<void> {
    return this.outbox.once(async () => {
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
    this.outbox.add(async () => {
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
    this.outbox.add(async () => {
      const draft = this.drafts().get(key);
      if (!draft || draft.theirs || !draft.front.trim()) return;
      try {
        this.sent(key, draft, await this.write(key, draft));
      } catch (error) {
        if (!this.settle(key, draft, error)) throw error;
      }
    });
  }

  private write(key: string, { front, back, base, below }: Draft): Promise<Card> {
    const card = base ?? this.cardOf(key);
    if (card) return this.api.patchCard(this.id, card.id, { rev: card.rev, front, back });
    const after = below === undefined ? undefined : this.cardAbove(key);
    return this.api.addCard(this.id, { id: key, front, back, after });
  }

  /** What was typed while the call was on its way is sent next, on top of what the server now has. */
  private sent(key: string, was: Draft, card: Card): void {
    this.put(card);
    const draft = this.drafts().get(key);
    if (draft === was) this.dropDraft(key);
    else if (draft) {
      this.setDraft(key, { ...draft, base: card });
      this.sendLater(key);
    }
  }

  /** A card that was changed elsewhere meanwhile is a choice; one that was removed there is written anew. */
  private settle(key: string, draft: Draft, error: unknown): boolean {
    if (isProblem(error, 'not-found') && draft.base && this.whole()) {
      this.setDraft(key, { ...draft, base: null });
      this.sendLater(key);
      return true;
    }
    if (!isProblem(error, 'collection-stale')) return false;
    const { cards = [] } = (error.problem?.current ?? {}) as { cards?: Card[] };
    const theirs = cards.find(({ id }) => id === key);
    if (!theirs) return false;
    this.setDraft(key, { ...draft, theirs });
    return true;
  }

  private present() {
    const whole = this.whole();
    if (!whole) throw new ProblemError('not-found');
    return whole;
  }

  private cardOf(key: string): Card | null {
    return this.rows().find((row) => row.key === key)?.card ?? null;
  }

  /** The nearest card above a row that the server knows; null when there is none. */
  private cardAbove(key: string): string | null {
    const rows = this.rows();
    const above = rows.slice(
      0,
      rows.findIndex((row) => row.key === key),
    );
    return above.findLast(({ card }) => card)?.key ?? null;
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

const isProblem = (error: unknown, code: ProblemError['code']): error is ProblemError =>
  error instanceof ProblemError && error.code === code;
