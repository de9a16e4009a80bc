import { CheckFailed } from './check-failed.mjs';

const MARKS = { passed: 'ok  ', failed: 'FAIL', missed: '-   ' };

/** Runs checks, remembers how they went, and prints them as a table. */
export class Report {
  /** @type {{ title: string, outcome: keyof typeof MARKS, note: string }[]} */
  #rows = [];

  /**
   * Returns whether the check passed; `run` returns a measurement, or nothing.
   * @param {string} title
   * @param {() => Promise<string | void>} run
   */
  async check(title, run) {
    try {
      const note = /** @type {string} */ ((await run()) ?? '');
      this.#rows.push({ title, outcome: 'passed', note });
      return true;
    } catch (error) {
      const note = error instanceof CheckFailed ? error.message : String(error?.stack ?? error);
      this.#rows.push({ title, outcome: 'failed', note });
      return false;
    }
  }

  /** @param {string} title */
  missed(title) {
    this.#rows.push({ title, outcome: 'missed', note: 'not reached' });
  }

  get allPassed() {
    return this.#rows.every(({ outcome }) => outcome === 'passed');
  }

  /** One line a check, then the counts. */
  toString() {
    const width = Math.max(...this.#rows.map(({ title }) => title.length));
    const lines = this.#rows.map(({ title, outcome, note }) =>
      `${MARKS[outcome]}  ${title.padEnd(width)}  ${note}`.trimEnd(),
    );
    const count = (wanted) => this.#rows.filter(({ outcome }) => outcome === wanted).length;
    const missed = count('missed');
    const summary = `${count('passed')} passed, ${count('failed')} failed`;
    return [...lines, '', missed ? `${summary}, ${missed} not reached` : summary].join('\n');
  }
}

/** @param {number} milliseconds */
export const ms = (milliseconds) => `${milliseconds.toFixed(milliseconds < 10 ? 1 : 0)} ms`;
