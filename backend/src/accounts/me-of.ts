import type { Me } from '@cartable/contract';
import type { Person } from './person.entity';

/** A person as that person sees it. */
export const meOf = ({ id, email, login, displayName, role, locale }: Person): Me => ({
  id,
  email,
  login,
  displayName,
  role,
  locale,
});
