import { DisplayName, Email, Role } from '@cartable/contract';
import { UsageError } from './usage-error';

export function emailIn({ email }: { email?: string }): string {
  const read = Email.safeParse(email);
  if (!read.success) throw new UsageError('--email must be an e-mail address');
  return read.data;
}

export function displayNameIn({ name }: { name?: string }): string {
  const read = DisplayName.safeParse(name);
  if (!read.success) throw new UsageError('--name must have 1 to 80 characters');
  return read.data;
}

export function roleIn({ role }: { role?: string }): Role {
  const read = Role.safeParse(role);
  if (!read.success) throw new UsageError('--role must be student, teacher or admin');
  return read.data;
}
