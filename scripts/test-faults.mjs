import './node-version.mjs';
import { build } from './build.mjs';
import { install } from './install.mjs';
import { bin, run } from './run.mjs';

await install();
await build(['contract', 'backend']);
const args = ['test/faults/main.ts', ...process.argv.slice(2)];
const { code } = await run(bin('tsx'), args);
process.exitCode = code;
