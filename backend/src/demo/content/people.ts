import type { Role } from '@cartable/contract';
import { figuresOfSpeech } from './figures-of-speech';
import { frenchRevolution } from './french-revolution';
import { irregularVerbs } from './irregular-verbs';
import { thalesAndTrigonometry } from './thales-and-trigonometry';
import { volcanoes } from './volcanoes';

/** Somebody of the demo school. */
export interface DemoPerson {
  email: string;
  displayName: string;
  role: Role;
  /** Titles of the collections that this person follows from the start. */
  followed?: readonly string[];
}

/** The class of all its pupils; its teacher teaches it. */
export const DEMO_CLASS = '4e B';

const classmates = [
  'Inès B.',
  'Gabriel C.',
  'Aïcha D.',
  'Léo D.',
  'Chloé F.',
  'Mehdi G.',
  'Jeanne H.',
  'Noah J.',
  'Fatou K.',
  'Maël L.',
  'Zoé L.',
  'Samuel M.',
  'Louise M.',
  'Ibrahim N.',
  'Camille O.',
  'Ethan P.',
  'Lina P.',
  'Baptiste Q.',
  'Anaïs R.',
  'Yanis R.',
  'Éva S.',
  'Arthur S.',
  'Maïwenn T.',
  'Tiago T.',
  'Sofia U.',
  'Raphaël V.',
  'Linh W.',
  'Nolan Z.',
];

/** One to three collections a pupil, in turn, so that no two neighbours show the same list. */
const followedInTurn = [
  [irregularVerbs.title],
  [volcanoes.title, frenchRevolution.title],
  [figuresOfSpeech.title, irregularVerbs.title, thalesAndTrigonometry.title],
  [frenchRevolution.title],
  [thalesAndTrigonometry.title, volcanoes.title],
];

const pupil = (displayName: string, index: number): DemoPerson => ({
  email: `eleve${String(index + 1).padStart(2, '0')}@example.com`,
  displayName,
  role: 'student',
  followed: followedInTurn[index % followedInTurn.length],
});

/** The demo school's people. «Les volcans» is left for the first pupil to import. */
export const demoPeople: readonly DemoPerson[] = [
  {
    email: 'etudiant.test@example.com',
    displayName: 'Élise Test',
    role: 'student',
    followed: [frenchRevolution.title, irregularVerbs.title],
  },
  { email: 'prof.martin@example.com', displayName: 'Mme Martin', role: 'teacher' },
  { email: 'admin@example.com', displayName: 'Camille Admin', role: 'admin' },
  ...classmates.map(pupil),
];
