import { Problem } from '../problems/problem';

/** Where a page ended: the last row's time (ms) and its id, which breaks ties. */
export interface Keyset {
  at: Date;
  id: string;
}

export const encodeCursor = ({ at, id }: Keyset): string => `${at.getTime().toString(36)}-${id}`;

/** Reads a cursor; `idForm` says what an id looks like here. A forged one is a `validation-failed` problem. */
export function decodeCursor(cursor: string, idForm: RegExp): Keyset {
  const [, time = '', id = ''] = /^([0-9a-z]{1,9})-(.+)$/.exec(cursor) ?? [];
  const at = new Date(Number.parseInt(time, 36));
  if (Number.isNaN(at.getTime()) || !idForm.test(id)) {
    throw invalidCursor();
  }
  return { at, id };
}

export const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const ID_LENGTH = 36;

/** A cursor for lists that are not in the order of time: where the last row stood when it was read, whatever becomes of it. */
export const encodeNamedCursor = (key: string, id: string): string =>
  `${id}${Buffer.from(key).toString('base64url')}`;

/** Reads such a cursor; a forged one is a `validation-failed` problem. */
export function decodeNamedCursor(cursor: string): { key: string; id: string } {
  const id = cursor.slice(0, ID_LENGTH);
  const key = Buffer.from(cursor.slice(ID_LENGTH), 'base64url').toString();
  if (!UUID.test(id) || key.includes('\0')) throw invalidCursor();
  return { id, key };
}

export const invalidCursor = () =>
  new Problem('validation-failed', { errors: [{ path: 'cursor', reason: 'invalid' }] });

/** Makes a page of `rows`, which hold one row more than `limit` when there is a next page. */
export function toPage<Row, Item>(
  rows: Row[],
  limit: number,
  keyOf: (row: Row) => Keyset,
  itemOf: (row: Row) => Item,
): { items: Item[]; next: string | null } {
  const kept = rows.slice(0, limit);
  const last = kept.at(-1);
  return {
    items: kept.map(itemOf),
    next: rows.length > limit && last ? encodeCursor(keyOf(last)) : null,
  };
}
