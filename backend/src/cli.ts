import { beginAnew, makeBackup, restoreBackup } from './cli/backups';
import { changeRole, disableUser, enableUser } from './cli/change-user';
import { createUser } from './cli/create-user';
import { seed } from './cli/seed';
import { UsageError } from './cli/usage-error';
import { ConfigError } from './config/config';
import { BackupError } from './platform/backup/backup-error';
import { EmbeddedPostgresError } from './platform/embedded-postgres/embedded-postgres-error';

const USAGE = `Usage:
  npm run cli -- user:create --email ada@school.example --name "Ada Byron" --role admin
      Makes an account. Roles: student, teacher, admin. The password is asked for, or read
      from the first line of standard input; it is never an argument.

  npm run cli -- user:disable --email ada@school.example
  npm run cli -- user:enable --email ada@school.example
  npm run cli -- user:role --email ada@school.example --role teacher
      Closes an account, opens it again, gives it another role. Disabling and another role
      sign the person out everywhere at once.

  npm run cli -- backup <file>
      Saves the database to a new file; servers go on meanwhile.

  npm run cli -- restore <file> [--check] [--force]
      Puts the database into the state that the file holds; what came later is gone, and
      everybody signs in again. Refused while a server uses the database, unless with --force.
      --check only reads the file and says whether it is sound.

  npm run cli -- epoch:rotate
      After the database was restored by other means (a snapshot of the disk, pg_restore):
      tells every screen to begin anew, and everybody signs in again.

  npm run cli -- seed [--people 50000] [--collections 5000] [--imports 100000]
      Fills a database that has nobody but the demo's people with a large school, to try Cartable
      in one. Refused where others have accounts.`;

const commands: Record<string, (args: string[]) => Promise<void>> = {
  'user:create': createUser,
  'user:disable': disableUser,
  'user:enable': enableUser,
  'user:role': changeRole,
  backup: makeBackup,
  restore: restoreBackup,
  'epoch:rotate': beginAnew,
  seed,
};

async function main([name = '', ...args]: string[]): Promise<void> {
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) throw new UsageError(USAGE);
  await command(args);
}

const isExpected = (error: unknown): error is Error =>
  error instanceof UsageError ||
  error instanceof ConfigError ||
  error instanceof BackupError ||
  error instanceof EmbeddedPostgresError ||
  (error as { code?: string }).code?.startsWith('ERR_PARSE_ARGS') === true;

main(process.argv.slice(2)).catch((error: unknown) => {
  const said = isExpected(error) ? error.message : String((error as Error).stack ?? error);
  process.stderr.write(`${said}\n`);
  process.exitCode = 2;
});
