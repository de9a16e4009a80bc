import { parseArgs } from 'node:util';
import { AccountAdministration } from '../accounts/account-administration';
import { AccountsService } from '../accounts/accounts.service';
import type { Person } from '../accounts/person.entity';
import { emailIn, roleIn } from './person-arguments';
import { UsageError } from './usage-error';
import { withApp } from './with-app';

/** Nobody signs in to the account any more; whoever has is signed out at once. */
export async function disableUser(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options: { email: { type: 'string' } } });
  const email = emailIn(values);
  await administrate(email, (accounts, { id }) => accounts.decide(id, { disabled: true }));
  process.stdout.write(`${email} is disabled and signed out everywhere.\n`);
}

/** The account is as it was before. */
export async function enableUser(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options: { email: { type: 'string' } } });
  const email = emailIn(values);
  await administrate(email, (accounts, { id }) => accounts.decide(id, { disabled: false }));
  process.stdout.write(`${email} can sign in again.\n`);
}

/** Another role, from the next sign-in on; whoever is signed in is signed out at once. */
export async function changeRole(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: { email: { type: 'string' }, role: { type: 'string' } },
  });
  const [email, role] = [emailIn(values), roleIn(values)];
  await administrate(email, (accounts, { id }) => accounts.decide(id, { role }));
  process.stdout.write(`${email} is ${role} from now on, and signed out everywhere.\n`);
}

function administrate(
  email: string,
  act: (accounts: AccountAdministration, person: Person) => Promise<void>,
): Promise<void> {
  return withApp(async (app) => {
    const person = await app.get(AccountsService).byEmail(email);
    if (!person) throw new UsageError(`${email} has no account`);
    await act(app.get(AccountAdministration), person);
  });
}
