import { createHash } from 'node:crypto';

/** A short word for what an event says, the same wherever its keys stand: what was sent is compared with what was written. */
export function digest({ epoch: _epoch, seq: _seq, at: _at, ...data }: Record<string, unknown>) {
  return createHash('sha1')
    .update(JSON.stringify(sorted(data)))
    .digest('base64');
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
}
