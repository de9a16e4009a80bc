import { computed, inject, Injectable, OnDestroy, signal } from '@angular/core';
import { FirstCard, ImportLine, LineFault, PeopleImported } from '@cartable/contract';
import { problemKey } from '../../../core/problems/problem-text';
import { CardsSeen } from '../cards-seen';
import { PeopleApi } from '../people-api';
import { ImportState } from './import-state';
import { partsOf } from './parts';
import { ShownFault, shownFaults } from './sayings';

/** Few enough that each is done in about a second, so that the bar moves. */
const LINES_AT_ONCE = 200;

type Course = 'waiting' | 'running' | 'stopping' | 'stopped' | 'done';

/** Takes the good lines of a checked file in, part by part; it can be stopped between two, and goes on where it was. */
@Injectable()
export class ImportRun implements OnDestroy {
  private readonly api = inject(PeopleApi);
  private readonly state = inject(ImportState);
  private readonly late = signal<readonly LineFault[]>([]);
  private parts: ImportLine[][] = [];
  /** The answer to the next part got lost: what was done of it nobody knows here. */
  private isInDoubt = false;

  readonly course = signal<Course>('waiting');
  /** A key of our texts, or nothing. */
  readonly refused = signal('');
  readonly sent = signal(0);
  readonly total = signal(0);
  readonly created = signal(0);
  readonly changed = signal(0);
  readonly cards = signal<readonly FirstCard[]>([]);

  readonly isRunning = computed(() => ['running', 'stopping'].includes(this.course()));
  readonly seen = new CardsSeen();
  /** Cards that are shown here and nowhere else, and that nobody has looked at. */
  readonly unseen = computed(() => this.seen.unseen(this.cards()));
  /** Of lines that were right when the file was checked, and then somebody else changed something. */
  readonly faults = computed<readonly ShownFault[]>(() =>
    shownFaults(this.late(), this.state.say()),
  );

  ngOnDestroy(): void {
    this.stop();
  }

  async start(): Promise<void> {
    const lines = this.state.good();
    this.parts = partsOf(lines, LINES_AT_ONCE);
    this.total.set(lines.length);
    await this.goOn();
  }

  async goOn(): Promise<void> {
    this.refused.set('');
    this.course.set('running');
    try {
      while (this.parts.length > 0 && this.course() === 'running') await this.sendNext();
      this.course.set(this.parts.length > 0 ? 'stopped' : 'done');
    } catch (error) {
      this.isInDoubt = true;
      this.refused.set(problemKey(error));
      this.course.set('stopped');
    }
  }

  /** After the part that is on its way. */
  stop(): void {
    if (this.course() === 'running') this.course.set('stopping');
  }

  /** Ready for another file. */
  forget(): void {
    this.parts = [];
    this.isInDoubt = false;
    this.late.set([]);
    this.cards.set([]);
    for (const count of [this.sent, this.total, this.created, this.changed]) count.set(0);
    this.refused.set('');
    this.course.set('waiting');
  }

  private async sendNext(): Promise<void> {
    const [lines = []] = this.parts;
    const checkedAt = this.state.told()?.at;
    const told = await this.api.import({
      dryRun: false,
      role: this.state.role(),
      leave: this.state.leave(),
      ...(this.isInDoubt ? { cardsSince: checkedAt } : {}),
      lines,
    });
    this.isInDoubt = false;
    this.parts = this.parts.slice(1);
    this.sent.update((sent) => sent + lines.length);
    this.add(told);
  }

  private add({ changed, cards, faults }: PeopleImported): void {
    // Each who comes has a card, whether in this answer or in one that got lost.
    this.created.update((before) => before + cards.length);
    this.changed.update((before) => before + changed);
    this.cards.update((before) => [...before, ...cards]);
    this.late.update((before) => [...before, ...faults]);
  }
}
