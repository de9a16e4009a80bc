import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { freePort } from './free-port';
import { isThere } from './programs';
import { until } from './until';

export const hasNginx = isThere('nginx', '-v');

const TEMPLATE = path.resolve(__dirname, '../../deploy/nginx.conf.template');

export interface Nginx {
  url: string;
  stop(): Promise<void>;
}

/** A real nginx with the project's own configuration in front of two servers. */
export async function startNginx(first: string, second: string): Promise<Nginx> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'cartable-nginx-'));
  const port = await freePort();
  const values: Record<string, string> = {
    LISTEN: `127.0.0.1:${port}`,
    APP_1: new URL(first).host,
    APP_2: new URL(second).host,
  };
  const site = (await readFile(TEMPLATE, 'utf8')).replace(
    /\$\{(\w+)\}/g,
    (_, name: string) => values[name] ?? '',
  );
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map((kind) => `${kind}_temp_path ${folder}/${kind};`)
    .join('\n');
  await writeFile(
    path.join(folder, 'nginx.conf'),
    `daemon off; worker_processes 1; error_log stderr crit; pid ${folder}/pid;
     events { worker_connections 1024; }
     http { access_log off; ${temporary}\n${site} }`,
  );
  const args = ['-p', folder, '-e', 'stderr', '-c', path.join(folder, 'nginx.conf')];
  const child = spawn('nginx', args, { stdio: ['ignore', 'ignore', 'inherit'] });
  const ended = once(child, 'exit');
  const url = `http://127.0.0.1:${port}`;
  await until(async () => {
    if (child.exitCode !== null) throw new Error('nginx did not start');
    return (await fetch(`${url}/api/health/live`).catch(() => null))?.ok ?? false;
  });
  return {
    url,
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}
