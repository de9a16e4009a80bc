import { ConfigError, configFromEnvironment } from './config/config';
import { EmbeddedPostgresError } from './platform/embedded-postgres/embedded-postgres-error';
import { serve } from './serve';

const isExpected = (error: unknown): error is Error =>
  error instanceof ConfigError || error instanceof EmbeddedPostgresError;

function fail(error: unknown): never {
  const said = isExpected(error) ? error.message : String((error as Error).stack ?? error);
  process.stderr.write(`${said}\n`);
  process.exit(1);
}

async function main(): Promise<void> {
  // Before anything is started: a signal that comes meanwhile stops what stands by then.
  const asked = new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => resolve());
  });
  const server = await serve(configFromEnvironment());
  await asked;
  await server.stop();
  process.exit(0);
}

main().catch(fail);
