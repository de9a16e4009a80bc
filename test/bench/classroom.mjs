import { Api } from '../validate/api.mjs';
import { SignedIn } from '../validate/signed-in.mjs';
import { Pupil } from './pupil.mjs';

const PUPILS = 10;

/**
 * @typedef {object} Turn
 * @property {Pupil} pupil
 * @property {string} collectionId
 * @property {string} code
 */

/** The demo school's teacher and some of its pupils, who import each of its collections once a round. */
export class Classroom {
  #teacher;
  #pupils;
  #collectionIds;

  /**
   * @param {SignedIn} teacher
   * @param {Pupil[]} pupils
   * @param {string[]} collectionIds
   */
  constructor(teacher, pupils, collectionIds) {
    this.#teacher = teacher;
    this.#pupils = pupils;
    this.#collectionIds = collectionIds;
  }

  /** @param {import('./stage.mjs').Stage} stage */
  static async open({ url, password }) {
    const api = new Api(url);
    const teacher = await SignedIn.with(api, { email: 'prof.martin@example.com', password });
    const { body } = await teacher.call([200], 'GET', '/collections');
    const pupils = [];
    for (let n = 1; n <= PUPILS; n += 1) {
      const email = `eleve${String(n).padStart(2, '0')}@example.com`;
      pupils.push(await Pupil.arrive(api, { email, password }));
    }
    return new Classroom(
      teacher,
      pupils,
      body.items.map(({ id }) => id),
    );
  }

  get pupils() {
    return this.#pupils.length;
  }

  /**
   * The turns of a round: every pupil leaves everything, and every collection gets a new code, so that each import is a
   * first one.
   * @returns {Promise<Turn[]>}
   */
  async round() {
    for (const pupil of this.#pupils) await pupil.leaveAll();
    const turns = [];
    for (const collectionId of this.#collectionIds) {
      const path = `/collections/${collectionId}/share-codes`;
      const { body } = await this.#teacher.call([201], 'POST', path, { message: 'Bonne lecture' });
      turns.push(...this.#pupils.map((pupil) => ({ pupil, collectionId, code: body.code })));
    }
    return turns;
  }

  close() {
    for (const pupil of this.#pupils) pupil.go();
  }
}
