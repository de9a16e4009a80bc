import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { DisplayName, Email, NewPassword, Role } from '@cartable/contract';
import { DataSource } from 'typeorm';
import { AccountsService } from '../accounts/accounts.service';
import { PasswordHasher } from '../accounts/password-hasher';
import { configFromEnvironment } from '../config/config';
import { createApp } from '../create-app';
import { hiddenPrompt } from '../platform/hidden-prompt';
import { prepare } from '../prepare';
import { UsageError } from './usage-error';

async function readPassword(): Promise<string> {
  if (process.stdin.isTTY) return hiddenPrompt('Password: ');
  for await (const line of createInterface({ input: process.stdin })) return line;
  return '';
}

function wanted(args: string[]) {
  const { values } = parseArgs({
    args,
    options: { email: { type: 'string' }, name: { type: 'string' }, role: { type: 'string' } },
  });
  const email = Email.safeParse(values.email);
  const displayName = DisplayName.safeParse(values.name);
  const role = Role.safeParse(values.role);
  if (!email.success) throw new UsageError('--email must be an e-mail address');
  if (!displayName.success) throw new UsageError('--name must have 1 to 80 characters');
  if (!role.success) throw new UsageError('--role must be student, teacher or admin');
  return { email: email.data, displayName: displayName.data, role: role.data };
}

/** Makes an account. */
export async function createUser(args: string[]): Promise<void> {
  const person = wanted(args);
  const password = NewPassword.safeParse(await readPassword());
  if (!password.success) throw new UsageError('The password must have at least 8 characters');
  const { settings, release } = await prepare({ ...configFromEnvironment(), logLevel: 'error' });
  const app = await createApp({ ...settings, logLevel: 'error' });
  try {
    await app.init();
    const passwordHash = await app.get(PasswordHasher).hash(password.data);
    await app.get(DataSource).transaction(async (db) => {
      if (await app.get(AccountsService).isTaken(db, person.email)) {
        throw new UsageError(`${person.email} has an account already`);
      }
      await app.get(AccountsService).create(db, { ...person, passwordHash });
    });
    process.stdout.write(`${person.email} can sign in as ${person.role}.\n`);
  } finally {
    await app.close();
    await release();
  }
}
