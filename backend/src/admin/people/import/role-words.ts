import type { Role } from '@cartable/contract';
import { plain } from './names';

/** In the singular, without accents, spaces and signs: `Enseignant(e)s` is `enseignantes`. */
const WORDS: Record<Role, readonly string[]> = {
  student: ['eleve', 'elv', 'nationalelv', 'apprenant', 'apprenante', 'pupil', 'student'],
  teacher: [
    'enseignant',
    'enseignante',
    'ens',
    'nationalens',
    'prof',
    'professeur',
    'professeure',
    'teacher',
  ],
  // As our own export says it.
  admin: ['admin'],
};

const ROLES = new Map(
  Object.entries(WORDS).flatMap(([role, words]) => words.map((word) => [word, role as Role])),
);

/** The role that a cell of a file names, or undefined. */
export function roleOf(word: string): Role | undefined {
  const bare = plain(word).replace(/[^\p{L}]/gu, '');
  return ROLES.get(bare) ?? ROLES.get(bare.replace(/s$/, ''));
}
