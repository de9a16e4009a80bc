import { ImportLine } from '@cartable/contract';

/** The lines in parts of about `size`, in each all that name the same person: only together they are one. */
export function partsOf(lines: readonly ImportLine[], size: number): ImportLine[][] {
  const people = new Map<string, ImportLine[]>();
  for (const line of lines) {
    const who = JSON.stringify({ ...line, line: 0, classes: '' }).toLowerCase();
    const same = people.get(who);
    if (same) same.push(line);
    else people.set(who, [line]);
  }
  const parts: ImportLine[][] = [];
  for (const same of people.values()) {
    const last = parts.at(-1);
    if (last && last.length < size) last.push(...same);
    else parts.push([...same]);
  }
  return parts;
}
