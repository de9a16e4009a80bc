// Loaded before the built server (`node --require`): what Cartable has no setting for, and the bench varies.
const { Server } = require('engine.io');

const { init } = Server.prototype;
const { BENCH_PING_MS, BENCH_DEFLATE } = process.env;

Server.prototype.init = function () {
  // The same bytes as every 25 s, sooner.
  if (BENCH_PING_MS) this.opts.pingInterval = Number(BENCH_PING_MS);
  if (BENCH_DEFLATE) this.opts.perMessageDeflate = { threshold: 1024 };
  return init.call(this);
};
