/** Lets the browser save what was fetched with the session's token, which a plain link would lack. */
export function save(file: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  // The browser takes it over after the click; at once would be too early for some.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
