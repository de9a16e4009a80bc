import { mkdir, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { Database } from '../faults/database';
import { writeDocument } from './document';
import { Figure } from './figure';
import { growth } from './figures/growth';
import { importing } from './figures/import';
import { page } from './figures/page';
import { publish } from './figures/publish';
import { sockets } from './figures/sockets';
import { rooms } from './figures/rooms';
import { start } from './figures/start';
import { traffic } from './figures/traffic';
import { plot } from './plot';
import { markdown, Result } from './report';

const HELP = `npm run bench -- [--figure import,…] [--rounds 5] [--smoke] [--document]
  --figure    only these
  --rounds    how often each is measured
  --smoke     small and quick: only whether it still runs
  --document  writes the results into docs/performance.md`;

const figures: Figure[] = [importing, publish, sockets, traffic, growth, rooms, page, start];

const { values } = parseArgs({
  options: {
    figure: { type: 'string' },
    rounds: { type: 'string', default: '5' },
    smoke: { type: 'boolean', default: false },
    document: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

const say = (line: string) => void process.stdout.write(`${line}\n`);

async function main(): Promise<number> {
  if (values.help) return (say(HELP), 0);
  const names = values.figure?.split(',') ?? figures.map(({ name }) => name);
  const rounds = values.smoke ? 1 : Number(values.rounds);
  const unknown = names.filter((name) => !figures.some((figure) => figure.name === name));
  if (unknown.length > 0 || !Number.isInteger(rounds) || rounds < 1) return (say(HELP), 2);
  if (values.smoke && values.document) return (say('A smoke run is no measurement.'), 2);
  const results = path.resolve(
    __dirname,
    '../../test-results',
    values.smoke ? 'bench-smoke' : 'bench',
  );
  await mkdir(results, { recursive: true });
  for (const { name, title, measure } of figures.filter((figure) => names.includes(figure.name))) {
    say(`\n${title}`);
    const measured = await measure({ rounds, isSmoke: values.smoke, say });
    const result: Result = {
      name,
      title,
      command: `npm run bench -- --figure ${name} --rounds ${rounds}${values.smoke ? ' --smoke' : ''}`,
      node: process.versions.node,
      processors: availableParallelism(),
      rounds,
      ...measured,
      targets: values.smoke ? [] : measured.targets,
    };
    await writeFile(path.join(results, `${name}.json`), `${JSON.stringify(result, null, 2)}\n`);
    await writeFile(path.join(results, `${name}.svg`), await plot(result.series));
    say(markdown(result));
  }
  if (values.document) await writeDocument(results, names);
  return 0;
}

// What runs on belongs to this process group; only Postgres does not end by itself.
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void Database.stopAll().finally(() => process.exit(1)));
}

void main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    process.stderr.write(`${String((error as Error).stack ?? error)}\n`);
    process.exit(1);
  },
);
