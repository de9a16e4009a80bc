// Runs before the first paint, so that nobody sees a flash of the wrong theme or language. A file of its own because
// the content security policy allows no inline script.
try {
  const { document, localStorage } = globalThis;
  const theme = localStorage.getItem('cartable.theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
  if (localStorage.getItem('cartable.language') === 'en') document.documentElement.lang = 'en';
} catch {
  // Storage may be forbidden: the system's theme and French then stand.
}
