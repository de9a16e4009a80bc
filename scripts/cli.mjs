import './node-version.mjs';
import { build } from './build.mjs';
import { install } from './install.mjs';

await install();
await build(['contract', 'backend']);
process.setSourceMapsEnabled(true);
await import('../dist/backend/src/cli.js');
