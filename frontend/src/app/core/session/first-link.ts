const NAME = 'name';
const PASSWORD = 'password';

/**
 * An address that opens the sign-in page with a name and a password that serves once. Both stand in the fragment, which browsers
 * send to no server (RFC 3986, 3.5).
 */
export const firstLink = (origin: string, name: string, password: string): string =>
  `${origin}/sign-in#${new URLSearchParams({ [NAME]: name, [PASSWORD]: password })}`;

/** What such an address holds, if it is one. */
export function readFirstLink(fragment: string): { name: string; password: string } | null {
  const said = new URLSearchParams(fragment);
  const name = said.get(NAME);
  const password = said.get(PASSWORD);
  return name && password ? { name, password } : null;
}
