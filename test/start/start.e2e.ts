import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { makeDataDir } from '../support/data-dir';
import { MAIN, Server, ServerDidNotStart, startServer } from '../support/server';

const ROOT = path.resolve(__dirname, '../..');
const NOBODY = 65_534;
const asNobody = { uid: NOBODY, gid: NOBODY };
const isRoot = process.getuid?.() === 0;
/** Not in a clone that only root may enter. */
const mayStartAsNobody = () => isRoot && spawnSync('test', ['-r', MAIN], asNobody).status === 0;

describe('starting on the embedded Postgres', () => {
  let dataDir: string;

  beforeEach(async () => {
    dataDir = await makeDataDir();
  });
  afterEach(() => rm(dataDir, { recursive: true, force: true }));

  const isReady = async ({ url }: Server) => (await fetch(`${url}/api/health/ready`)).status;

  const pidFile = () => path.join(dataDir, 'postgres', 'postmaster.pid');

  const postgresPid = async () => Number((await readFile(pidFile(), 'utf8')).split('\n')[0]);

  it('leaves nothing behind when it is stopped', async () => {
    const server = await startServer({ DATA_DIR: dataDir });
    const file = pidFile();
    expect(existsSync(file)).toBe(true);
    await server.stop();
    expect(await server.ended).toBe(0);
    expect(existsSync(file)).toBe(false);
  });

  it('is stopped with the npm that started it', async () => {
    const { scripts } = JSON.parse(await readFile(path.join(ROOT, 'package.json'), 'utf8')) as {
      scripts: { start: string };
    };
    // The command of ours, and in place of the server a program that says what it is told.
    await mkdir(path.join(dataDir, 'scripts'));
    await writeFile(path.join(dataDir, 'package.json'), JSON.stringify({ scripts }));
    await writeFile(
      path.join(dataDir, 'scripts/start.mjs'),
      `process.on('SIGTERM', () => process.exit(console.log('told to stop')));
       setInterval(() => undefined, 1_000);
       console.log('Cartable is ready at http://nowhere');`,
    );
    const npm = await startServer({ DATA_DIR: dataDir }, { cwd: dataDir }, ['npm', 'start']);
    process.kill(npm.pid, 'SIGTERM');
    await npm.ended;
    expect(npm.lines).toContain('told to stop');
  });

  it('goes on after kill -9 of itself, of Postgres, and of both, with what was saved', async () => {
    for (const victims of [['app'], ['postgres', 'app'], ['app', 'postgres']]) {
      const server = await startServer({ DATA_DIR: dataDir });
      const pids: Record<string, number> = { app: server.pid, postgres: await postgresPid() };
      for (const victim of victims) process.kill(pids[victim] ?? 0, 'SIGKILL');
      await server.ended;
    }
    const again = await startServer({ DATA_DIR: dataDir });
    expect(await isReady(again)).toBe(200);
    await again.stop();
  });

  it('goes on in spite of a stale pid file', async () => {
    const server = await startServer({ DATA_DIR: dataDir });
    const [file, content] = [pidFile(), await readFile(pidFile(), 'utf8')];
    await server.stop();
    await writeFile(file, content.replace(/^\d+/, '999999'));
    const again = await startServer({ DATA_DIR: dataDir });
    expect(await isReady(again)).toBe(200);
    await again.stop();
  });

  it('says which port is in use, and how to choose another', async () => {
    const server = await startServer({ DATA_DIR: dataDir });
    const { port } = new URL(server.url);
    const second = await startServer({ PORT: port }).catch((error: Error) => error);
    expect(second).toBeInstanceOf(ServerDidNotStart);
    expect((second as Error).message).toMatch(new RegExp(`Port ${port}[^]*PORT=`));
    await server.stop();
  });

  it('says that it can’t write in its data folder', async () => {
    const file = path.join(dataDir, 'a-file');
    await writeFile(file, '');
    const failed = await startServer({ DATA_DIR: path.join(file, 'data') }).catch(
      (error: Error) => error,
    );
    expect((failed as Error).message).toMatch(/can't write in its data folder[^]*DATA_DIR=/);
  });

  it('starts without the Redis that it was told of', async () => {
    const server = await startServer({ DATA_DIR: dataDir, REDIS_URL: 'redis://127.0.0.1:1' });
    const answer = await fetch(`${server.url}/api/health/ready`);
    expect([answer.status, await answer.json()]).toMatchObject([200, { status: 'degraded' }]);
    await server.stop();
    expect(await server.ended).toBe(0);
  });

  it('tells all faults of the settings', async () => {
    const failed = await startServer({ PORT: 'x', LOG_LEVEL: 'loud' }).catch(
      (error: Error) => error,
    );
    expect((failed as Error).message).toMatch(/PORT[^]*LOG_LEVEL/);
  });

  (isRoot ? it : it.skip)('runs as root below a folder that is closed to others', async () => {
    await chmod(dataDir, 0o700);
    const server = await startServer({ DATA_DIR: dataDir });
    const elsewhere = /its data is kept in (\S+)/.exec(server.lines.join('\n'))?.[1] ?? '';
    expect(await isReady(server)).toBe(200);
    await server.stop();
    expect(existsSync(path.join(elsewhere, 'PG_VERSION'))).toBe(true);
    await rm(elsewhere, { recursive: true });
  });

  (mayStartAsNobody() ? it : it.skip)('runs as somebody else than root, too', async () => {
    await chmod(dataDir, 0o777);
    const server = await startServer({ DATA_DIR: path.join(dataDir, 'own') }, asNobody);
    expect(await isReady(server)).toBe(200);
    await server.stop();
  });
});
