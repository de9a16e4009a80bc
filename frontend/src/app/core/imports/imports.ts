import { computed, effect, inject, Injectable, signal, untracked } from '@angular/core';
import { formatShareCode, ImportResult, readShareCode } from '@cartable/contract';
import { exclusively } from '../browser/exclusively';
import { Kept } from '../browser/kept';
import { ShareCodesApi } from '../collections/share-codes-api';
import { Collections } from '../collections/collections';
import { ProblemError } from '../problems/problem-error';
import { problemKey } from '../problems/problem-text';
import { Connection } from '../realtime/connection';
import { Session } from '../session/session';
import { Toasts } from '../toasts/toasts';
import { OwnImports } from './own-imports';

/** Imports by code; without a network the code waits on this device, for this person, and is sent when the network is back. */
@Injectable({ providedIn: 'root' })
export class Imports {
  private readonly api = inject(ShareCodesApi);
  private readonly collections = inject(Collections);
  private readonly own = inject(OwnImports);
  private readonly toasts = inject(Toasts);
  private readonly session = inject(Session);
  private readonly connection = inject(Connection);
  private readonly personId = computed(() => this.session.person()?.id);
  private readonly waiting = signal<string[]>([]);
  private retry: ReturnType<typeof setTimeout> | undefined;

  readonly queued = this.waiting.asReadonly();

  constructor() {
    window.addEventListener('storage', () => this.look());
    effect(() => {
      this.personId();
      const connected = this.connection.state() === 'connected';
      untracked(() => {
        this.look();
        if (connected) void this.sendAll();
      });
    });
  }

  async import(
    code: string,
  ): Promise<{ kind: 'imported'; result: ImportResult } | { kind: 'queued' }> {
    try {
      const result = await this.own.during(() => this.api.import(code));
      this.collections.put(result.collection);
      return { kind: 'imported', result };
    } catch (error) {
      const queue = this.queue();
      if (!isOffline(error) || !queue) throw error;
      const canonical = readShareCode(code);
      const key = 'code' in canonical ? canonical.code : code;
      queue.writeList([...new Set([...queue.readList(), key])]);
      this.look();
      return { kind: 'queued' };
    }
  }

  /** One tab sends for all; importing twice is harmless, since the server knows who has a collection. */
  private sendAll(): Promise<void> {
    return exclusively('cartable.imports', async () => {
      const queue = this.queue();
      for (const code of queue?.readList() ?? []) {
        if (!(await this.send(code))) break;
        queue?.writeList(queue.readList().filter((one) => one !== code));
        this.look();
      }
    });
  }

  /** Whether the code needs not be sent again. */
  private async send(code: string): Promise<boolean> {
    try {
      // Announced by its event like any arrival: its person has long been doing something else.
      this.collections.put((await this.api.import(code)).collection);
      return true;
    } catch (error) {
      if (isOffline(error) || !(error instanceof ProblemError)) return false;
      if (error.code === 'too-many-attempts') {
        clearTimeout(this.retry);
        const seconds = error.problem?.retryAfter ?? 60;
        this.retry = setTimeout(() => void this.sendAll(), seconds * 1000);
        return false;
      }
      if (error.problem === null || error.problem.status === 401 || error.problem.status >= 500) {
        return false;
      }
      this.toasts.refused(formatShareCode(code), problemKey(error));
      return true;
    }
  }

  private look(): void {
    this.waiting.set(this.queue()?.readList() ?? []);
  }

  private queue(): Kept | null {
    const id = this.personId();
    return id ? new Kept(`cartable.imports.${id}`) : null;
  }
}

const isOffline = (error: unknown) => error instanceof ProblemError && error.code === 'offline';
