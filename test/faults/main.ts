import path from 'node:path';
import { parseArgs } from 'node:util';
import { Database } from './database';
import { mutantsCaught } from './mutants';
import { report } from './report';
import { run } from './run';

const HELP = `npm run test:faults -- [--faults N] [--seed N] [--soak] [--mutants]
  --faults N   how many faults (60)
  --seed N     what chance begins with (a new one each time; the report names it)
  --at-once N  how many of them at the same time, each at something else (3)
  --soak       at least 1,000 faults, 50,000 events and 10,000 reconnects
  --mutants    breaks the product in known ways, and sees whether that is found`;

const { values } = parseArgs({
  options: {
    faults: { type: 'string', default: '60' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    'at-once': { type: 'string', default: '3' },
    soak: { type: 'boolean', default: false },
    mutants: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

const say = (line: string) => void process.stdout.write(`${line}\n`);

async function main(): Promise<boolean> {
  if (values.help) {
    say(HELP);
    return true;
  }
  if (values.mutants) return mutantsCaught(say);
  const size = values.soak
    ? { faults: 1_000, events: 50_000, connects: 10_000, pupils: 16, devices: 4 }
    : { faults: Number(values.faults), events: 0, connects: 0, pupils: 5, devices: 2 };
  const atOnce = Number(values['at-once']);
  const dist = path.resolve(__dirname, '../../dist');
  const result = await run({ ...size, atOnce, seed: Number(values.seed), instances: 2, dist }, say);
  for (const line of report(result)) say(line);
  return result.violations.length === 0;
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void Database.stopAll().finally(() => process.exit(1)));
}

void main().then((isWell) => process.exit(isWell ? 0 : 1));
