import { plainLetters } from '../platform/plain-letters';

const MOST = 40;
const WITHOUT_LETTERS = 'compte';

/** `Inès de La Tour` → `ines.de.la.tour`: what a login name is made of. A name without a Latin letter gives `compte`. */
export function loginBase(name: string): string {
  const base = plainLetters(name)
    .replace(/[^a-z0-9]+/g, '.')
    .replace(/^\.+|\.+$/g, '')
    .slice(0, MOST)
    .replace(/\.+$/, '');
  return base || WITHOUT_LETTERS;
}

/** The first of `base`, `base2`, `base3` … that is not taken. */
export function freeLogin(base: string, isTaken: (login: string) => boolean): string {
  for (let n = 1; ; n += 1) {
    const login = n === 1 ? base : `${base}${n}`;
    if (!isTaken(login)) return login;
  }
}
