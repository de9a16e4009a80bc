import { computed, inject, Injectable, signal } from '@angular/core';
import { Alike, ImportField, ImportLine, limits, PeopleImported, Role } from '@cartable/contract';
import { problemKey } from '../../../core/problems/problem-text';
import { PeopleApi } from '../people-api';
import { choose, Columns, guess, lacksClass, lineOf, missing } from './columns';
import {
  answersTo,
  decide,
  decideAll,
  Decision,
  decisionOn,
  Decisions,
  likely,
  sumOf,
} from './decisions';
import { decode } from './decode';
import { hasTitles } from './header';
import { FileLines, readLines } from './read-file';
import { brokenLines, sayings, ShownFault, shownFaults } from './sayings';

const MOST_BYTES = 5 * 1024 * 1024;

/** From a file to what would come of it: what its columns are, what the server says, and what somebody decides of it. */
@Injectable()
export class ImportState {
  private readonly api = inject(PeopleApi);
  private readonly lines = signal<FileLines | null>(null);
  private readonly decisions = signal<Decisions>(new Map());
  /** Counts the files and choices: an answer to an older question is not shown. */
  private question = 0;

  readonly name = signal('');
  readonly role = signal<Exclude<Role, 'admin'>>('student');
  readonly columns = signal<Columns>([]);
  readonly checking = signal(false);
  /** A key of our texts, or nothing. */
  readonly refused = signal('');
  /** What the server says of the file as it stands. */
  readonly told = signal<PeopleImported | null>(null);
  /** Whether pupils who join a class leave the others. */
  readonly leave = signal(false);

  readonly titles = computed(() => this.lines()?.titles ?? []);
  /** The line that was taken for titles, when it has none that are known: else nothing. */
  readonly doubtful = computed(() =>
    hasTitles(this.titles()) ? '' : this.titles().filter(Boolean).join(', '),
  );
  readonly rows = computed(() => this.lines()?.rows ?? []);
  readonly missing = computed(() => missing(this.columns()));
  readonly lacksClass = computed(() => !this.missing() && lacksClass(this.columns()));
  readonly say = computed(() => sayings(this.rows(), this.columns()));
  readonly alike = computed(() => this.told()?.alike ?? []);
  readonly faults = computed<readonly ShownFault[]>(() =>
    [...brokenLines(this.lines()), ...shownFaults(this.told()?.faults ?? [], this.say())].sort(
      (a, b) => a.line - b.line,
    ),
  );
  private readonly decided = computed(() => sumOf(this.alike(), this.decisions()));
  readonly undecided = computed(() => this.decided().later);
  readonly created = computed(() => (this.told()?.created ?? 0) + this.decided().created);
  readonly changed = computed(() => (this.told()?.changed ?? 0) + this.decided().changed);
  readonly moving = computed(() => (this.told()?.moving ?? 0) + this.decided().moving);
  readonly leftOut = computed(() => new Set(this.faults().map(({ line }) => line)).size);
  /** The lines that are to come in, as the server is told of them. */
  readonly good = computed<ImportLine[]>(() => {
    const bad = new Set(this.faults().map(({ line }) => line));
    const answer = answersTo(this.alike(), this.decisions());
    return this.rows().flatMap((row) => {
      const same = answer(row.line);
      return bad.has(row.line) || same === undefined
        ? []
        : [{ ...lineOf(row, this.columns()), same }];
    });
  });

  async take(file: File): Promise<void> {
    const mine = this.forget();
    if (file.size > MOST_BYTES) return this.refuse('big');
    const read = decode(await file.arrayBuffer());
    if (mine !== this.question) return;
    if ('refused' in read) return this.refuse(read.refused);
    const lines = readLines(read.text);
    if (lines.rows.length > limits.importLines) return this.refuse('long');
    if (lines.rows.length === 0 && lines.broken.length === 0) return this.refuse('empty');
    this.name.set(file.name);
    this.lines.set(lines);
    if (lines.rows.length === 0) return this.refuse('broken');
    this.columns.set(guess(lines.titles));
    await this.check();
  }

  /** Back to no file; returns the number of the question that begins. */
  forget(): number {
    this.lines.set(null);
    this.name.set('');
    this.columns.set([]);
    this.refused.set('');
    this.leave.set(false);
    this.hear(null);
    return ++this.question;
  }

  async choose(index: number, field: ImportField | null): Promise<void> {
    this.columns.update((columns) => choose(columns, index, field));
    await this.check();
  }

  async chooseRole(role: Exclude<Role, 'admin'>): Promise<void> {
    this.role.set(role);
    if (this.rows().length > 0) await this.check();
  }

  decide(one: Alike, decision: Decision): void {
    this.decisions.update((decisions) => decide(decisions, one, decision));
  }

  decideAll(decision: 'same' | 'new'): void {
    this.decisions.set(decideAll(this.alike(), decision));
  }

  decisionOn(one: Alike): Decision {
    return decisionOn(this.decisions(), one);
  }

  /** Asks what would come of it. */
  private async check(): Promise<void> {
    const mine = ++this.question;
    this.refused.set('');
    this.hear(null);
    this.checking.set(this.missing() === null);
    if (this.missing()) return;
    try {
      const lines = this.rows().map((row) => lineOf(row, this.columns()));
      const told = await this.api.import({ dryRun: true, role: this.role(), lines });
      if (mine === this.question) this.hear(told);
    } catch (error) {
      if (mine !== this.question) return;
      this.checking.set(false);
      this.refused.set(problemKey(error));
    }
  }

  private hear(told: PeopleImported | null): void {
    this.checking.set(false);
    this.told.set(told);
    this.decisions.set(likely(told?.alike ?? []));
  }

  private refuse(why: string): void {
    this.refused.set(`adminImport.refused.${why}`);
  }
}
