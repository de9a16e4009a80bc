import type { DeviceHistory, History, ImportCall, JournalRow, Outcome } from './history';
import type { Violation } from './invariants';

/** How long a device may take to stand where the journal stands once nothing breaks any more. */
export const CONVERGE_MS = 10_000;

/** Looks for violations of the invariants in what happened: pure, so that it can be tested with histories that are wrong. */
export function check(history: History): Violation[] {
  return [
    ...streams(history),
    ...imports(history),
    ...history.devices.flatMap((device) => [...screens(device, history)]),
    ...codes(history),
    ...history.complaints,
    ...deadlocks(history),
  ];
}

function* streams({ truth }: History): Generator<Violation> {
  for (const { person, lastSeq, trimmedSeq } of truth.streams) {
    const seqs = truth.journal
      .filter((row) => row.person === person && row.seq > trimmedSeq)
      .map(({ seq }) => seq)
      .sort((a, b) => a - b);
    const isWhole =
      seqs.length === lastSeq - trimmedSeq && seqs.every((seq, n) => seq === trimmedSeq + n + 1);
    if (!isWhole) {
      yield {
        invariant: 'I1',
        what: `${person}: ${trimmedSeq}+1 … ${lastSeq}, but ${seqs.length} events`,
      };
    }
  }
}

function* imports({ imports: calls, truth }: History): Generator<Violation> {
  const key = (person: string, collection: string) => `${person} ${collection}`;
  const events = new Map<string, number>();
  for (const { name, person, collection } of truth.journal) {
    if (name !== 'newCollection') continue;
    events.set(key(person, collection), (events.get(key(person, collection)) ?? 0) + 1);
  }
  const pairs = new Map<string, ImportCall[]>();
  for (const call of calls) {
    const pair = key(call.person, call.collection);
    const same = pairs.get(pair);
    if (same) same.push(call);
    else pairs.set(pair, [call]);
  }
  const importers = new Set(calls.map(({ person }) => person));
  for (const [pair, told] of events) {
    if (importers.has(pair.split(' ')[0] ?? '') && !pairs.has(pair)) {
      yield { invariant: 'I2', what: `${pair}: ${told} events that nobody asked for` };
    }
  }
  for (const [pair, tried] of pairs) {
    const made = tried.filter(({ outcome }) => outcome === 'made').length;
    const succeeded = tried.some(({ outcome }) => outcome === 'made' || outcome === 'found');
    const perhaps = tried.some(({ outcome }) => outcome === 'unknown');
    const told = events.get(pair) ?? 0;
    if (made > 1) yield { invariant: 'I2', what: `${pair}: made ${made} times` };
    const right = succeeded ? told === 1 : told === 0 || (perhaps && told === 1);
    const isThere = truth.lists.get(tried[0]?.person ?? '')?.has(tried[0]?.collection ?? '');
    if (isThere && told !== 1)
      yield { invariant: 'I2', what: `${pair}: saved, with ${told} events` };
    if (!right) yield { invariant: 'I2', what: `${pair}: ${told} events` };
  }
}

function* screens(device: DeviceHistory, { truth }: History): Generator<Violation> {
  const rows = new Map<number, JournalRow>();
  for (const row of truth.journal) {
    if (row.person === device.person) rows.set(row.seq, row);
  }
  const trimmed = truth.streams.find(({ person }) => person === device.person)?.trimmedSeq ?? 0;
  let epoch = '';
  let seq = -1;
  for (const step of device.steps) {
    const at = `${device.name} at ${step.seq}`;
    const isSame = step.epoch === epoch;
    if (step.kind === 'event') {
      if (!isSame || !truth.epochs.includes(epoch))
        yield { invariant: 'I4', what: `${at}: of another history` };
      else if (step.seq <= seq) yield { invariant: 'I5', what: `${at}: after ${seq}` };
      else if (step.seq !== seq + 1) yield { invariant: 'I4', what: `${at}: after ${seq}` };
      const row = rows.get(step.seq);
      if (row?.name !== step.name || row.at !== step.at) {
        yield { invariant: 'I6', what: `${at}: ${step.name} ${step.collection}` };
      } else if (row.digest !== step.digest) {
        yield { invariant: 'I3', what: `${at}: ${step.name} says something else` };
      }
    } else if (isSame && step.seq < seq) {
      yield { invariant: 'I5', what: `${at}: read again what it had to ${seq}` };
    } else if (step.kind === 'reset' && isSame && step.asked === epoch && trimmed <= seq) {
      yield { invariant: 'I4', what: `${at}: jumped there from ${seq}, all of which is kept` };
    }
    ({ epoch, seq } = step);
  }
  const list = truth.lists.get(device.person) ?? new Map<string, number>();
  const isSame =
    list.size === device.list.size && [...list].every(([id, rev]) => device.list.get(id) === rev);
  if (!isSame) yield { invariant: 'I3', what: `${device.name}: ${difference(device.list, list)}` };
  if (device.convergedMs === null || device.convergedMs > CONVERGE_MS) {
    yield { invariant: 'I8', what: `${device.name}: ${device.convergedMs ?? 'never'}` };
  }
}

function* codes({ imports: calls, truth }: History): Generator<Violation> {
  const by = new Map<string, ImportCall[]>();
  for (const call of calls) by.set(call.code, [...(by.get(call.code) ?? []), call]);
  for (const { code, uses, maxUses, people } of truth.codes) {
    const peopleOf = (outcome: Outcome) =>
      new Set(
        (by.get(code) ?? []).filter((call) => call.outcome === outcome).map(({ person }) => person),
      );
    const [made, perhaps] = [peopleOf('made'), peopleOf('unknown')];
    const missing = [...made].filter((person) => !people.includes(person));
    const strangers = people.filter((person) => !made.has(person) && !perhaps.has(person));
    if (uses !== people.length || missing.length > 0 || strangers.length > 0) {
      yield {
        invariant: 'I7',
        what: `${code}: ${uses} uses, ${people.length} people, ${missing.length} missing, ${strangers.length} strangers`,
      };
    }
    if (maxUses !== null && uses > maxUses) {
      yield { invariant: 'I7', what: `${code}: ${uses} of ${maxUses}` };
    }
  }
}

function* deadlocks({ truth }: History): Generator<Violation> {
  if (truth.deadlocks > 0) yield { invariant: 'S3', what: `${truth.deadlocks} deadlocks` };
}

function difference(shown: Map<string, number>, held: Map<string, number>): string {
  const lost = [...held].filter(([id]) => !shown.has(id)).length;
  const extra = [...shown].filter(([id]) => !held.has(id)).length;
  const old = [...held].filter(([id, rev]) => shown.has(id) && shown.get(id) !== rev).length;
  return `${lost} missing, ${extra} too many, ${old} of another revision`;
}
