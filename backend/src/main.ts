import { ConfigError, configFromEnvironment } from './config/config';
import { EmbeddedPostgresError } from './platform/embedded-postgres/embedded-postgres-error';
import { serve } from './serve';

const isExpected = (error: unknown): error is Error =>
  error instanceof ConfigError || error instanceof EmbeddedPostgresError;

async function main(): Promise<void> {
  const server = await serve(configFromEnvironment());
  let stopping = false;
  const stop = (): void => {
    if (stopping) return;
    stopping = true;
    server.stop().then(
      () => process.exit(0),
      (error: unknown) => fail(error),
    );
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}

function fail(error: unknown): never {
  process.stderr.write(
    `${isExpected(error) ? error.message : String((error as Error).stack ?? error)}\n`,
  );
  process.exit(1);
}

main().catch(fail);
