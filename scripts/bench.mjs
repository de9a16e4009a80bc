import './node-version.mjs';
import { build } from './build.mjs';
import { install } from './install.mjs';
import { bin, run } from './run.mjs';

await install();
await build();
const { code } = await run(bin('tsx'), ['test/bench/main.ts', ...process.argv.slice(2)]);
process.exitCode = code;
