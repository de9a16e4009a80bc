const COLOURS = 5;

/** The same colour for everyone, on every screen: it comes from the id alone (FNV-1a). */
export function tabColour(id: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < id.length; at++) {
    hash = Math.imul(hash ^ id.charCodeAt(at), 0x01000193);
  }
  return `var(--tab-${((hash >>> 0) % COLOURS) + 1})`;
}
