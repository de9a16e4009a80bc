import './node-version.mjs';
import { build } from './build.mjs';
import { install } from './install.mjs';
import { bin, run } from './run.mjs';

await install();
await build(['contract', 'backend']);
const { code } = await run(bin('tsx'), ['test/bench/sockets.ts', ...process.argv.slice(2)]);
process.exitCode = code;
