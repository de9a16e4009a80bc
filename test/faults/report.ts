import { Invariant, invariants } from './invariants';
import type { RunResult } from './run';

/** Violations of one invariant are often many of a kind. */
const MOST_SHOWN = 5;

const percentile = (sorted: readonly number[], share: number) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;

/** What a run came to, for people; the last line for programs. */
export function report(result: RunResult): string[] {
  const { violations, devices, imports } = result;
  const steps = devices.flatMap((device) => device.steps);
  const delays = steps
    .flatMap((step) => (step.kind === 'event' ? [step.delayMs] : []))
    .sort((a, b) => a - b);
  const total = [...result.faults.values()].reduce((sum, count) => sum + count, 0);
  const outcomes = ['made', 'found', 'refused', 'unknown'].map(
    (outcome) => `${imports.filter((one) => one.outcome === outcome).length} ${outcome}`,
  );
  const slowest = Math.max(...devices.map(({ convergedMs }) => convergedMs ?? Infinity));
  const lines = [
    `seed         ${result.seed}`,
    `time         ${result.seconds} s`,
    `faults       ${total}`,
    ...[...result.faults].map(
      ([name, count]) => `             ${String(count).padStart(4)}  ${name}`,
    ),
    ...result.skipped.map((name) => `             skip  ${name}: no redis-server here`),
    `imports      ${imports.length}: ${outcomes.join(', ')}`,
    `edits        ${result.edits}`,
    `connects     ${devices.reduce((sum, { connects }) => sum + connects, 0)}`,
    `resets       ${steps.filter(({ kind }) => kind === 'reset').length}`,
    `events       ${delays.length} applied on ${devices.length} devices`,
    `delay        p50 ${percentile(delays, 0.5)} ms, p99 ${percentile(delays, 0.99)} ms, faults included`,
    `converged    ${slowest === Infinity ? 'not' : `${slowest} ms`} after the last fault`,
  ];
  const broken = new Set<Invariant>();
  for (const { invariant } of violations) broken.add(invariant);
  for (const invariant of broken) {
    const found = violations.filter((one) => one.invariant === invariant);
    lines.push(`VIOLATION    ${invariant} ${invariants[invariant]}: ${found.length} times`);
    for (const { what } of found.slice(0, MOST_SHOWN)) lines.push(`             ${what}`);
  }
  const names = Object.keys(invariants) as Invariant[];
  for (const name of names)
    lines.push(`${broken.has(name) ? 'FAIL' : 'ok  '}         ${name} ${invariants[name]}`);
  lines.push(`${names.length - broken.size} passed, ${broken.size} failed`);
  return lines;
}
