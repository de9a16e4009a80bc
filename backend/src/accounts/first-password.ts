import { randomInt } from 'node:crypto';
import { limits } from '@cartable/contract';

/** Letters and figures that nobody takes for one another, on paper or on a screen. */
const SIGNS = 'abcdefghjkmnpqrstuvwxyz23456789';
const GROUPS = 3;
const SIGNS_A_GROUP = 4;

/** A password to be typed from a card, once: about 59 bits (31¹²), as `k7mn-pq4r-x2vb`. */
export const drawFirstPassword = (): string =>
  Array.from({ length: GROUPS }, () =>
    Array.from({ length: SIGNS_A_GROUP }, () => SIGNS[randomInt(SIGNS.length)]).join(''),
  ).join('-');

/** When a first password that is made now ends: a card that lies about is of no use for ever. */
export const firstPasswordEnd = (): Date =>
  new Date(Date.now() + limits.firstPasswordDays * 86_400_000);
