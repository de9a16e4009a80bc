import { spawn } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { startEmbeddedPostgres } from '../../dist/backend/src/platform/embedded-postgres/embedded-postgres.js';

const SERVER = fileURLToPath(new URL('../../dist/backend/src/main.js', import.meta.url));
const READY = /Cartable is ready at (\S+)/;

/** Only for a server that nobody else reaches and that is gone in a minute. */
const PASSWORD = 'only-for-this-benchmark';

/**
 * A Postgres and the built server with its demo school, on a folder of their own.
 * @typedef {object} Stage
 * @property {URL} url
 * @property {string} databaseUrl
 * @property {string} password everybody's
 * @property {() => Promise<void>} stop stops both and removes the folder
 */

/** @returns {Promise<Stage>} */
export async function setStage() {
  const dataDir = await mkdtemp(path.join(os.tmpdir(), 'cartable-bench-'));
  // Postgres, which may run as another user, has to get through it.
  await chmod(dataDir, 0o711);
  const stops = [() => rm(dataDir, { recursive: true, force: true })];
  const stop = async () => {
    for (let act = stops.pop(); act; act = stops.pop()) await act();
  };
  try {
    const postgres = await startEmbeddedPostgres({
      dataDir: path.join(dataDir, 'postgres'),
      log: () => undefined,
    });
    stops.push(() => postgres.stop());
    const server = startServer(dataDir, postgres.url);
    stops.push(server.stop);
    return {
      url: new URL(await server.ready),
      databaseUrl: postgres.url,
      password: PASSWORD,
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/**
 * @param {string} dataDir
 * @param {string} databaseUrl
 */
function startServer(dataDir, databaseUrl) {
  const child = spawn(process.execPath, [SERVER], {
    env: {
      ...process.env,
      PORT: '0',
      HOST: '127.0.0.1',
      DATA_DIR: dataDir,
      DATABASE_URL: databaseUrl,
      JWT_SECRET: 'a secret for a server that is gone in a minute',
      DEMO: 'true',
      DEMO_PASSWORD: PASSWORD,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  /** @type {Promise<string>} */
  const ready = new Promise((resolve, reject) => {
    let said = '';
    child.stdout.setEncoding('utf8').on('data', function hear(chunk) {
      said += chunk;
      const [, url] = READY.exec(said) ?? [];
      if (!url) return;
      // It logs as it does in a school; nobody reads on, and nothing piles up.
      child.stdout.off('data', hear).resume();
      resolve(url);
    });
    void ended.then(() => reject(new Error(`the server did not start:\n${said}`)));
  });
  const stop = async () => {
    child.kill('SIGTERM');
    await ended;
  };
  return { ready, stop };
}
