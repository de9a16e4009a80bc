import { writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { measure } from './measure.mjs';
import { readOptions, USAGE } from './options.mjs';
import { setStage } from './stage.mjs';
import { summarise } from './summary.mjs';
import { table } from './table.mjs';

const say = (line) => process.stdout.write(`${line}\n`);
const tell = (line) => process.stderr.write(`${line}\n`);

/** @param {{ rounds: number, json: string | undefined }} options */
async function bench({ rounds, json }) {
  tell('Starting a Postgres and a server …');
  const stage = await setStage();
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.once(signal, () => void stage.stop().finally(() => process.exit(1)));
  }
  try {
    const measurement = await measure(stage, rounds, tell);
    const summary = summarise(measurement);
    say(table(summary));
    if (json) {
      const context = { node: process.version, processors: availableParallelism() };
      const whole = {
        at: new Date().toISOString(),
        ...context,
        ...summary,
        each: measurement.rounds,
      };
      await writeFile(json, `${JSON.stringify(whole, null, 2)}\n`);
    }
  } finally {
    await stage.stop();
  }
}

const options = readOptions(process.argv.slice(2));
if (options) {
  await bench(options);
} else {
  tell(USAGE);
  process.exitCode = process.argv.includes('--help') ? 0 : 2;
}
