import type { AddressInfo } from 'node:net';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { Config, ConfigError } from './config/config';
import { keptSecret } from './config/kept-secret';
import { createApp } from './create-app';
import { DemoService } from './demo/demo.service';
import { demoPeople } from './demo/content/people';
import { prepare } from './prepare';

export interface RunningServer {
  url: string;
  stop(): Promise<void>;
}

/** Starts all of Cartable: database, API, page, sockets. Prints the address and, on a demo, who can sign in. */
export async function serve(config: Config): Promise<RunningServer> {
  const { settings, release } = await prepare(config);
  let app: NestExpressApplication | undefined;
  const stop = async (): Promise<void> => {
    await app?.close();
    await release();
  };
  try {
    app = await createApp(settings);
    await listen(app, config);
    const demo = config.demo ? await loadDemo(app, config) : [];
    const url = addressOf(app, config.host);
    for (const line of [`Cartable is ready at ${url}`, ...demo]) process.stdout.write(`${line}\n`);
    return { url, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function listen(app: NestExpressApplication, { port, host }: Config): Promise<void> {
  try {
    await app.listen(port, host);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE') {
      throw new ConfigError(
        `Port ${port} on ${host} is in use. Stop what uses it, or choose another: PORT=3001 npm start`,
      );
    }
    if (code === 'EACCES' || code === 'EADDRNOTAVAIL') {
      throw new ConfigError(
        `Cartable can't listen on ${host}:${port} (${code}). Choose PORT and HOST anew.`,
      );
    }
    throw error;
  }
}

/** Returns what to tell of the demo: who can sign in, and, the first time, with which password. */
async function loadDemo(app: NestExpressApplication, config: Config): Promise<string[]> {
  const password = config.demoPassword ?? keptSecret(config.dataDir, 'demo-password', 9);
  const loaded = await app.get(DemoService).load(password);
  const [student, teacher, admin] = ['student', 'teacher', 'admin'].map(
    (role) => demoPeople.find((person) => person.role === role)?.email,
  );
  return [
    `Demo accounts: ${student} (pupil), ${teacher} (teacher), ${admin} (administrator)`,
    config.demoPassword
      ? 'Their password is the DEMO_PASSWORD of the first start'
      : `Their password ${loaded ? `is ${password}, and kept` : 'is kept'} in ${config.dataDir}/demo-password`,
  ];
}

function addressOf(app: NestExpressApplication, host: string): string {
  const { port } = app.getHttpServer().address() as AddressInfo;
  const name = host === '0.0.0.0' || host === '::' ? 'localhost' : host;
  return `http://${name.includes(':') ? `[${name}]` : name}:${port}`;
}
