import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { build } from './build.mjs';
import { root } from './run.mjs';

await build(['contract']);
const require = createRequire(import.meta.url);
const contract = require(path.join(root, 'contract/dist/index.js'));
const { toJSONSchema } = require('zod/mini');

const file = path.join(root, 'docs/events.md');

function typeOf(schema) {
  if (schema.enum) return schema.enum.map((value) => `'${value}'`).join(' \\| ');
  if (schema.anyOf) return schema.anyOf.map(typeOf).join(' \\| ');
  if (schema.type === 'array') return `${typeOf(schema.items)}[]`;
  if (schema.type === 'object') return `{ ${Object.keys(schema.properties).join(', ')} }`;
  return schema.format === 'date-time' ? 'instant' : (schema.format ?? schema.type);
}

function table(schema) {
  const { properties, required = [] } = toJSONSchema(schema, { unrepresentable: 'any' });
  const rows = Object.entries(properties).map(
    ([name, property]) =>
      `| \`${name}\`${required.includes(name) ? '' : ' (may be absent)'} | ${typeOf(property)} |`,
  );
  return ['| field | type |', '|---|---|', ...rows].join('\n');
}

const section = ([name, schema]) => `### \`${name}\`\n\n${table(schema)}\n`;

const text = `# What a socket carries

Made from \`contract/src\` by \`npm run docs:events\`; \`npm run check\` fails when it is out of date.

Namespace \`/\`, path \`/socket.io\`. Connect with \`auth: { token, epoch?, last?, again? }\`. With \`last\`, the server replays everything after it, in order, and
waits for each event's acknowledgement (no acknowledgement in 8 s closes the socket); without, it only tells what happens from now on. \`again: true\` says that the
screen was connected before; it is counted.

## Journalled events

Each also carries \`epoch\` (which history), \`seq\` (1, 2, 3 … within the person's stream) and \`at\`.

${Object.entries(contract.events).map(section).join('\n')}
## Live events

Told to open screens only: not kept, not numbered, not replayed.

${Object.entries(contract.liveEvents).map(section).join('\n')}
## Signals of the server

### \`reset\`

The journal can't bridge the gap: fetch the state over HTTP, then go on from \`seq\`.

${table(contract.Reset)}

### \`bye\`

Said before the server closes on purpose. Come back after \`retryMs\`, or not at all when it is null.

${table(contract.Bye)}

## Messages of the client

\`renew\` \`{ token }\` → \`{ expiresAt }\`: a fresh token of the same person on a living socket. \`ping\` \`{}\` → \`{ at }\`: the connection check. \`seen\`
\`{ delayMs }\`: how long an event took from its commit to the screen, at most once a second. \`watch\` \`{ overview }\` → the same: administrators only; \`overview\` is
told once a second, or no longer. A refusal is acknowledged with a problem.
`;

if (process.argv.includes('--check')) {
  if (readFileSync(file, 'utf8') !== text) {
    process.stderr.write('docs/events.md is out of date: npm run docs:events\n');
    process.exitCode = 1;
  }
} else {
  writeFileSync(file, text);
}
