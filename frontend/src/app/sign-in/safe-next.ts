const HOME = '/collections';

/** Where to go after signing in: only ever a path of this site, whatever the address says. */
export function safeNext(next: string | undefined, origin: string): string {
  if (!next?.startsWith('/') || !URL.canParse(next, origin)) return HOME;
  const url = new URL(next, origin);
  if (url.origin !== origin || url.pathname.startsWith('/sign-in')) return HOME;
  // A path that begins with two slashes is another site's name to whoever reads it next.
  return url.pathname.startsWith('//') ? HOME : url.pathname + url.search;
}

/** The share code that waits behind the sign-in, if that is where the person was going. */
export const codeIn = (path: string): string | undefined =>
  /^\/i\/([A-Za-z-]{8,9})$/.exec(path)?.[1]?.toUpperCase();
