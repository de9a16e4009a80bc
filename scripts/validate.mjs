import './node-version.mjs';
import { build } from './build.mjs';
import { install } from './install.mjs';

await install();
await build(['contract']);
process.setSourceMapsEnabled(true);
await import('../test/validate/main.mjs');
