import path from 'node:path';

const preload = { NODE_OPTIONS: `--require "${path.join(__dirname, 'engine-options.cjs')}"` };

/** The environment of a server whose sockets say that they live this often (ms), not every 25 s. */
export const pingingEvery = (ms: number) => ({ ...preload, BENCH_PING_MS: String(ms) });

/** … whose sockets compress messages over 1 KB (permessage-deflate), which Cartable's do not. */
export const compressing = { ...preload, BENCH_DEFLATE: '1' };
