import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { NewPassword } from '@cartable/contract';
import { DataSource } from 'typeorm';
import { AccountsService } from '../accounts/accounts.service';
import { PasswordHasher } from '../accounts/password-hasher';
import { hiddenPrompt } from '../platform/hidden-prompt';
import { displayNameIn, emailIn, roleIn } from './person-arguments';
import { UsageError } from './usage-error';
import { withApp } from './with-app';

async function readPassword(): Promise<string> {
  if (process.stdin.isTTY) return hiddenPrompt('Password: ');
  for await (const line of createInterface({ input: process.stdin })) return line;
  return '';
}

/** Makes an account. */
export async function createUser(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: { email: { type: 'string' }, name: { type: 'string' }, role: { type: 'string' } },
  });
  const person = {
    email: emailIn(values),
    displayName: displayNameIn(values),
    role: roleIn(values),
  };
  const password = NewPassword.safeParse(await readPassword());
  if (!password.success) throw new UsageError('The password must have at least 8 characters');
  await withApp(async (app) => {
    const passwordHash = await app.get(PasswordHasher).hash(password.data);
    await app.get(DataSource).transaction(async (db) => {
      if (await app.get(AccountsService).isTaken(db, person.email)) {
        throw new UsageError(`${person.email} has an account already`);
      }
      await app.get(AccountsService).create(db, { ...person, passwordHash }, {});
    });
  });
  process.stdout.write(`${person.email} can sign in as ${person.role}.\n`);
}
