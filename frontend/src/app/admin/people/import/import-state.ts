import { computed, inject, Injectable, signal } from '@angular/core';
import {
  FirstCard,
  ImportField,
  LineFault,
  LineFaultReason,
  limits,
  PeopleImported,
  Role,
} from '@cartable/contract';
import { problemKey } from '../../../core/problems/problem-text';
import { PeopleApi } from '../people-api';
import { choose, Columns, guess, lineOf, missing } from './columns';
import { decode, FileLines, readLines } from './read-file';

/** Few enough that each is done in about a second, so that the bar moves. */
const LINES_AT_ONCE = 200;
const MOST_BYTES = 5 * 1024 * 1024;

/** Why a line is left out. `said`: what stands in its cell. */
export interface ShownFault {
  line: number;
  field: ImportField | null;
  reason: LineFaultReason | 'columns' | 'quotes';
  other?: number | undefined;
  said: string;
}

export interface Outcome {
  created: number;
  changed: number;
  unchanged: number;
  classes: string[];
}

const NOTHING: Outcome = { created: 0, changed: 0, unchanged: 0, classes: [] };

type Course = 'choosing' | 'checking' | 'checked' | 'running' | 'stopped' | 'done';

/** From a file to people: what its columns are, what would come of it, and then, part by part, what has come of it. */
@Injectable()
export class ImportState {
  private readonly api = inject(PeopleApi);
  private readonly lines = signal<FileLines | null>(null);
  private readonly foretold = signal<readonly ShownFault[]>([]);
  /** Of lines that were right when the file was checked, and then somebody else changed something. */
  private readonly late = signal<readonly ShownFault[]>([]);
  /** Counts the files and choices: an answer to an older question is not shown. */
  private question = 0;

  readonly name = signal('');
  readonly role = signal<Exclude<Role, 'admin'>>('student');
  readonly columns = signal<Columns>([]);
  readonly course = signal<Course>('choosing');
  /** A key of our texts, or nothing. */
  readonly refused = signal('');
  readonly foreseen = signal<Outcome>(NOTHING);
  readonly outcome = signal<Outcome>(NOTHING);
  readonly cards = signal<readonly FirstCard[]>([]);
  readonly sent = signal(0);

  readonly titles = computed(() => this.lines()?.titles ?? []);
  readonly rows = computed(() => this.lines()?.rows ?? []);
  readonly missing = computed(() => missing(this.columns()));
  readonly faults = computed(() => [...this.foretold(), ...this.late()]);
  /** The lines that are to come in. */
  private readonly good = computed(() => {
    const bad = new Set(this.foretold().map(({ line }) => line));
    return this.rows().filter(({ line }) => !bad.has(line));
  });
  readonly total = computed(() => this.good().length);
  readonly leftOut = computed(() => new Set(this.faults().map(({ line }) => line)).size);

  async take(file: File): Promise<void> {
    const mine = this.forget();
    if (file.size > MOST_BYTES) return this.refused.set('adminImport.refused.big');
    const lines = readLines(decode(await file.arrayBuffer()));
    if (mine !== this.question) return;
    if (lines.rows.length === 0) return this.refused.set('adminImport.refused.empty');
    if (lines.rows.length > limits.importLines) return this.refused.set('adminImport.refused.long');
    this.name.set(file.name);
    this.lines.set(lines);
    this.columns.set(guess(lines.titles));
    await this.check();
  }

  /** Back to no file; returns the number of the question that begins. */
  forget(): number {
    this.lines.set(null);
    this.name.set('');
    this.columns.set([]);
    this.refused.set('');
    this.cards.set([]);
    this.course.set('choosing');
    return ++this.question;
  }

  async choose(index: number, field: ImportField | null): Promise<void> {
    this.columns.update((columns) => choose(columns, index, field));
    await this.check();
  }

  async chooseRole(role: Exclude<Role, 'admin'>): Promise<void> {
    this.role.set(role);
    if (this.lines()) await this.check();
  }

  /** Asks what would come of it. */
  async check(): Promise<void> {
    const mine = ++this.question;
    this.refused.set('');
    this.foretold.set([]);
    this.late.set([]);
    if (this.missing()) return this.course.set('choosing');
    this.course.set('checking');
    try {
      const told = await this.ask(true, this.rows());
      if (mine !== this.question) return;
      this.foreseen.set(told);
      this.foretold.set(
        [...this.broken(), ...this.shown(told.faults)].sort((a, b) => a.line - b.line),
      );
      this.course.set('checked');
    } catch (error) {
      if (mine !== this.question) return;
      this.refused.set(problemKey(error));
      this.course.set('choosing');
    }
  }

  /** Takes the good lines in, or goes on where it stopped. */
  async run(): Promise<void> {
    const good = this.good();
    if (this.course() === 'checked') {
      this.outcome.set(NOTHING);
      this.sent.set(0);
    }
    this.refused.set('');
    this.course.set('running');
    try {
      while (this.sent() < good.length) {
        const part = good.slice(this.sent(), this.sent() + LINES_AT_ONCE);
        this.add(await this.ask(false, part));
        this.sent.update((sent) => sent + part.length);
      }
      this.course.set('done');
    } catch (error) {
      this.refused.set(problemKey(error));
      this.course.set('stopped');
    }
  }

  private ask(dryRun: boolean, rows: readonly { line: number; cells: string[] }[]) {
    const lines = rows.map((row) => lineOf(row, this.columns()));
    return this.api.import({ dryRun, role: this.role(), lines });
  }

  /** What went wrong only now, because somebody changed something meanwhile, joins the rest. */
  private add(told: PeopleImported): void {
    this.outcome.update(({ created, changed, unchanged, classes }) => ({
      created: created + told.created,
      changed: changed + told.changed,
      unchanged: unchanged + told.unchanged,
      classes: [...classes, ...told.classes],
    }));
    this.cards.update((cards) => [...cards, ...told.cards]);
    this.late.update((faults) => [...faults, ...this.shown(told.faults)]);
  }

  private broken(): ShownFault[] {
    const broken = this.lines()?.broken ?? [];
    return broken.map((fault) => ({ ...fault, field: null, said: '' }));
  }

  private shown(faults: readonly LineFault[]): ShownFault[] {
    const cells = new Map(this.rows().map((row) => [row.line, row.cells]));
    const at = (line: number, field: ImportField) =>
      cells.get(line)?.[this.columns().indexOf(field)] ?? '';
    // A whole name may have been put together.
    const said = (line: number, field: ImportField) =>
      at(line, field) || (field === 'displayName' ? nameOf(line) : '');
    const nameOf = (line: number) => `${at(line, 'firstName')} ${at(line, 'lastName')}`.trim();
    return faults.map((fault) => ({ ...fault, said: said(fault.line, fault.field) }));
  }
}
