import type { DemoCollection } from './demo-collection';
import { figuresOfSpeech } from './figures-of-speech';
import { frenchRevolution } from './french-revolution';
import { irregularVerbs } from './irregular-verbs';
import { thalesAndTrigonometry } from './thales-and-trigonometry';
import { volcanoes } from './volcanoes';

/** The demo school's collections, all of them its teacher's; lists show the last one first. */
export const demoCollections: readonly DemoCollection[] = [
  figuresOfSpeech,
  thalesAndTrigonometry,
  irregularVerbs,
  frenchRevolution,
  volcanoes,
];
