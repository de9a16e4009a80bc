import { Browser, BrowserContextOptions, expect, Page } from '@playwright/test';
import { cli, Ran } from './cli';
import { Person } from './person';
import { DEMO_PASSWORD } from './server';

export const server = (): string => {
  const url = process.env.CARTABLE_URL;
  if (!url) throw new Error('the browser setup has not run');
  return url;
};

/** A command at the terminal of the machine that the server runs on. */
export const atTheTerminal = (...args: string[]): Promise<Ran> =>
  cli(args, { DATA_DIR: process.env.CARTABLE_DATA_DIR ?? '' });

/** A person of the demo school, over HTTP. */
export const signedIn = (email: string): Promise<Person> =>
  new Person(server(), email, DEMO_PASSWORD).signIn();

/** A person of the demo school in a browser of their own, with a session. Fails on errors that the page throws. */
export async function opens(
  browser: Browser,
  email: string,
  options: BrowserContextOptions = {},
): Promise<Page> {
  const context = await browser.newContext({ baseURL: server(), locale: 'fr-FR', ...options });
  const page = await context.newPage();
  page.on('pageerror', (error) => {
    throw error;
  });
  // The session is the cookie that the answer leaves in this browser; signing in by hand has a test of its own.
  const signedIn = await context.request.post('/api/auth/login', {
    data: { email, password: DEMO_PASSWORD },
  });
  expect(signedIn.ok()).toBe(true);
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1, name: 'Mes collections' })).toBeVisible();
  return page;
}

/** The tile of a collection in the list. */
export const tile = (page: Page, title: string) => page.getByRole('link', { name: title });
