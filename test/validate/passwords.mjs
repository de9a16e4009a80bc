import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { UsageError } from './usage.mjs';

const silent = new Writable({ write: (_chunk, _encoding, done) => done() });

/**
 * The password from the environment, or else typed without being shown. Never an argument: those are
 * visible to everybody on the machine.
 * @param {string} variable
 * @param {string} whose
 */
export async function passwordFor(variable, whose) {
  const given = process.env[variable];
  if (given) return given;
  if (!process.stdin.isTTY)
    throw new UsageError(`Set ${variable}: there is no terminal to ask on.`);
  process.stderr.write(`Password of ${whose}: `);
  const terminal = createInterface({ input: process.stdin, output: silent, terminal: true });
  const cancelled = new AbortController();
  terminal.once('SIGINT', () => cancelled.abort());
  try {
    return await terminal.question('', { signal: cancelled.signal });
  } catch {
    throw new UsageError('No password, no check.');
  } finally {
    terminal.close();
    process.stderr.write('\n');
  }
}
