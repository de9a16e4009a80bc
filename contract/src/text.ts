import * as z from 'zod/mini';

/** Postgres stores neither NUL nor lone surrogates; with the `u` flag the range below matches lone surrogates only. */
const STORABLE = /^[^\0\ud800-\udfff]*$/u;

/** Text of `min` to `max` UTF-16 code units that Postgres can store as it came. */
export const text = (min: number, max: number) =>
  z.string().check(z.minLength(min), z.maxLength(max), z.regex(STORABLE));

/** The same, with white space at both ends removed before it is measured. */
export const trimmedText = (min: number, max: number) =>
  z.string().check(z.trim(), z.minLength(min), z.maxLength(max), z.regex(STORABLE));

const utf8 = new TextEncoder();

/** Text of at most `max` bytes in UTF-8. */
export const textOfBytes = (max: number) =>
  text(0, max).check(
    z.refine((value: string) => utf8.encode(value).length <= max, {
      params: { reason: 'too_big' },
    }),
  );
