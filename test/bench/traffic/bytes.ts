/** Bytes from and to the pupil's device. */
export interface Bytes {
  up: number;
  down: number;
}

export const NOTHING: Bytes = { up: 0, down: 0 };

export const sum = (...parts: readonly Bytes[]): Bytes => ({
  up: parts.reduce((total, { up }) => total + up, 0),
  down: parts.reduce((total, { down }) => total + down, 0),
});

export const times = (count: number, { up, down }: Bytes): Bytes => ({
  up: up * count,
  down: down * count,
});

export const both = ({ up, down }: Bytes): number => up + down;
