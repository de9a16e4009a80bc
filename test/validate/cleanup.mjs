import { CheckFailed } from './check-failed.mjs';

/** Undoes what the check did, last first; what can't be undone is named and does not stop the rest. */
export class Cleanup {
  /** @type {{ what: string, undo: () => Promise<unknown> | unknown }[]} */
  #acts = [];
  #begun = false;

  /**
   * Say it before doing it: once the clean-up has begun, as by Ctrl-C, this throws, and nothing new is done.
   * @param {string} what
   * @param {() => Promise<unknown> | unknown} undo
   */
  add(what, undo) {
    if (this.#begun) throw new CheckFailed('interrupted');
    this.#acts.push({ what, undo });
  }

  /** @returns {Promise<string[]>} what is left behind, and why */
  async run() {
    this.#begun = true;
    const left = [];
    for (let act = this.#acts.pop(); act; act = this.#acts.pop()) {
      try {
        await act.undo();
      } catch (error) {
        left.push(`${act.what}: ${error.message}`);
      }
    }
    return left;
  }
}
