import './node-version.mjs';
import { build } from './build.mjs';
import { install } from './install.mjs';

await install();
await build();
process.setSourceMapsEnabled(true);
await import('../test/bench/import.mjs');
