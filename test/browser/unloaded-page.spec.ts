import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Browser, expect, Page } from '@playwright/test';
import { atTheTerminal, opens, signedIn } from '../support/browser-people';
import { test } from '../support/browser-test';

const BUILT = path.resolve(__dirname, '../../dist/frontend/browser');

/** The file that holds the code of a component. */
const codeOf = (component: string): string => {
  const files = readdirSync(BUILT).filter((name) => /^chunk-.*\.js$/.test(name));
  const its = files.filter((name) =>
    readFileSync(path.join(BUILT, name), 'utf8').includes(component),
  );
  if (its.length !== 1) throw new Error(`${component} stands in ${its.length} files`);
  return `**/${its[0]}`;
};

/** Somebody's page, where the network failed when the code of one component was fetched in advance; `mends` lets it through. */
async function opensWithout(browser: Browser, email: string, component: string) {
  const page = await opens(browser, email);
  const file = codeOf(component);
  let failed = 0;
  await page.context().route(file, (route) => {
    failed += 1;
    return route.abort('internetdisconnected');
  });
  await page.reload();
  await expect.poll(() => failed).toBeGreaterThan(0);
  return { page, mends: () => page.context().unroute(file) };
}

const goesToNews = (page: Page) => page.getByRole('link', { name: 'Nouveautés' }).click();
const news = (page: Page) => page.getByRole('heading', { level: 1, name: 'Nouveautés' });

test('a page that could not be fetched in advance is fetched when it is wanted', async ({
  browser,
}) => {
  const { page, mends } = await opensWithout(
    browser,
    'eleve23@example.com',
    'app-notifications-page',
  );
  await mends();
  await goesToNews(page);
  await expect(news(page)).toBeVisible();
});

test('a page that can’t be fetched says so, and opens with the network', async ({ browser }) => {
  const { page, mends } = await opensWithout(
    browser,
    'eleve24@example.com',
    'app-notifications-page',
  );
  await page.context().setOffline(true);
  await goesToNews(page);
  await expect(page.getByText('Cette page n’a pas encore pu être chargée')).toBeVisible();
  await expect(page.getByRole('heading', { level: 1, name: 'Mes collections' })).toBeVisible();
  await mends();
  await page.context().setOffline(false);
  await expect(news(page)).toBeVisible();
});

test('a page that is never to be had is tried once, not over and over', async ({ browser }) => {
  const { page, mends } = await opensWithout(
    browser,
    'eleve25@example.com',
    'app-notifications-page',
  );
  let loaded = 0;
  page.on('domcontentloaded', () => (loaded += 1));
  await goesToNews(page);
  await expect(
    page.getByRole('heading', { level: 1, name: 'n’a pas pu être chargée' }),
  ).toBeVisible();
  // It is connected, which is when it would try again, and goes on to hear what comes.
  const { code } = await (await signedIn('prof.martin@example.com')).shares('Rien ne bouge');
  await (await signedIn('eleve25@example.com')).imports(code);
  await expect(page.getByRole('status').filter({ hasText: 'Rien ne bouge' })).toBeVisible();
  expect(loaded).toBe(1);
  await mends();
  await page.getByRole('button', { name: 'Recharger' }).click();
  await expect(news(page)).toBeVisible();
  expect(loaded).toBe(2);
});

test('whose session ended comes to the door, and is told why, also when the door had to be fetched', async ({
  browser,
}) => {
  const email = 'eleve26@example.com';
  const { page, mends } = await opensWithout(browser, email, 'app-sign-in-page');
  await expect(page.getByText('En direct')).toBeVisible();
  await mends();
  await atTheTerminal('user:role', '--email', email, '--role', 'teacher');
  await expect(page).toHaveURL(/\/sign-in/);
  await expect(page.getByRole('main').getByText('Votre rôle a changé.')).toBeVisible();
});

test('a panel that could not be fetched says so', async ({ browser }) => {
  const { page } = await opensWithout(browser, 'eleve27@example.com', 'app-account-panel');
  await page.getByRole('button', { name: 'Mon compte' }).click();
  await expect(page.getByText('Ceci n’a pas pu être chargé. Rechargez la page.')).toBeVisible();
});
