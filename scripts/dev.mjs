import { spawn } from 'node:child_process';
import './node-version.mjs';
import { build } from './build.mjs';
import { install } from './install.mjs';
import { bin, root } from './run.mjs';

await install();
await build(['contract', 'backend']);

const jobs = [
  [bin('tsc'), ['-p', 'contract/tsconfig.build.json', '--watch', '--preserveWatchOutput']],
  [bin('nest'), ['build', '-c', 'nest.json', '--watch']],
  [
    process.execPath,
    [
      '--enable-source-maps',
      '--watch-path=dist/backend',
      '--watch-path=contract/dist',
      'dist/backend/src/main.js',
    ],
  ],
  [bin('ng'), ['serve'], `${root}/frontend`],
];
const children = jobs.map(([command, args, cwd = root]) =>
  spawn(command, args, { cwd, stdio: 'inherit' }),
);

// One Ctrl-C, or the end of any of them, ends all.
let ending = false;
const end = () => {
  if (ending) return;
  ending = true;
  for (const child of children) child.kill('SIGTERM');
};
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, end);
for (const child of children) child.on('exit', end);
