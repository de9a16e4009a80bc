/** What must hold whatever breaks: the promise of delivery (I), and how the system stands while it keeps it (S). */
export const invariants = {
  I1: 'each stream is 1 … N',
  I2: 'each successful import is exactly one event',
  I3: 'what a device shows is what the database holds',
  I4: 'no gap is applied',
  I5: 'nothing is shown twice',
  I6: 'nobody else’s event is shown',
  I7: 'a code’s uses are its imports, and not more than its cap',
  I8: 'all devices converge in time',
  S1: 'no instance ends by itself',
  S2: 'who does not read is let go',
  S3: 'no two acts wait for each other for ever',
} as const;
export type Invariant = keyof typeof invariants;

/** What must not be. */
export interface Violation {
  invariant: Invariant;
  what: string;
}
