import { expect, Locator, Page } from '@playwright/test';
import { enrols } from '../support/browser-database';
import { atTheTerminal, opens, signedIn, tile } from '../support/browser-people';
import { test } from '../support/browser-test';

const two = (n: number) => String(n).padStart(2, '0');
const classmates = Array.from({ length: 28 }, (_, n) => `eleve${two(n + 1)}@example.com`);
const outsiders = Array.from({ length: 12 }, (_, n) => `dehors${two(n + 1)}@example.com`);
const TITLE = 'Sujet du contrôle';

const numberIn = async (text: Locator) => Number((await text.textContent())?.replace(/\D/g, ''));

/** The number under these words. */
const figure = (page: Page, words: string) =>
  numberIn(page.locator('dl > div').filter({ hasText: words }).locator('dd').first());

/** When it was first so on this page, by the page’s own clock: to ask for it from here takes its time. */
const moment = async (page: Page, isSo: (words: string) => number | false, words: string) =>
  Number(await (await page.waitForFunction(isSo, words)).jsonValue());

/** When somebody next clicks on this page, by the same clock. */
const clickOn = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        addEventListener('click', () => resolve(Date.now()), { capture: true, once: true });
      }),
  );

/** All imports of the last hour, from the table behind the chart. */
const importsOfTheHour = async (page: Page) => {
  const table = page.getByRole('region', { name: 'La dernière heure' });
  const cells = await table.locator('td').allTextContents();
  return cells.reduce((sum, cell) => sum + Number(cell.replace(/\D/g, '')), 0);
};

test('a leak is seen, stopped, taken back and undone, while 40 pupils import', async ({
  browser,
}) => {
  await enrols(outsiders, 'student');
  await enrols(['veille@example.com'], 'admin');
  const teacher = await signedIn('prof.martin@example.com');
  const { code, collection } = await teacher.shares(TITLE);
  const board = await opens(browser, 'prof.martin@example.com');
  await board.goto(`/codes/${code}/board?collection=${collection.id}`);
  await expect(board.getByRole('status')).toContainText('0 élève a la collection');
  const phone = await opens(browser, outsiders[0] ?? '');

  // The morning: one look, then the numbers move by themselves.
  const admin = await opens(browser, 'veille@example.com');
  await admin.getByRole('link', { name: 'Administration' }).first().click();
  await expect(admin).toHaveURL(/\/admin\/overview/);
  await expect(admin.getByRole('heading', { level: 1 })).toContainText(/Tout va bien|à regarder/);
  await admin.getByText('En tableau').first().click();
  const before = await importsOfTheHour(admin);
  const people = await Promise.all([...classmates, ...outsiders].map(signedIn));
  const screens = await Promise.all(people.map((person) => person.connects()));
  await expect.poll(() => figure(admin, 'Personnes connectées')).toBeGreaterThanOrEqual(41);
  await Promise.all(people.map((person) => person.imports(code)));
  await Promise.all(screens.map((screen) => screen.hears('newCollection')));
  await expect.poll(() => figure(admin, 'Imports par minute')).toBeGreaterThanOrEqual(40);
  await expect.poll(() => importsOfTheHour(admin)).toBeGreaterThanOrEqual(before + 40);
  await expect(tile(phone, TITLE)).toBeVisible();

  // The leak: flagged, and stopped within a second.
  await expect(admin.getByRole('list', { name: 'Codes à surveiller' })).toContainText(code);
  await admin.getByRole('link', { name: /que prévu/ }).click();
  const row = admin.getByRole('listitem').filter({ hasText: code });
  await expect(row).toContainText('40 imports dont 12 hors classe');
  await expect(row).toContainText('Hors classe');
  await admin.getByRole('button', { name: `Révoquer ${code}` }).click();
  const dialog = admin.getByRole('dialog');
  await dialog.getByRole('checkbox', { name: 'à 12 élèves hors classe' }).check();
  await expect(dialog.getByRole('listitem')).toHaveCount(12);
  await dialog.getByRole('button', { name: 'Révoquer et retirer' }).click();
  await expect(dialog.getByText('Dites pourquoi')).toBeVisible();
  await dialog.getByLabel('Raison').fill('Vu sur un réseau social');
  const clicked = clickOn(admin);
  const seen = Promise.all([
    ...screens
      .slice(classmates.length)
      .map((screen) => screen.hears('collectionRemoved').then(() => Date.now())),
    moment(
      phone,
      (title) =>
        !Array.from(document.links).some(({ textContent }) => textContent.includes(title)) &&
        Date.now(),
      TITLE,
    ),
    moment(
      board,
      (words) => document.body.innerText.includes(words) && Date.now(),
      'Code désactivé',
    ),
  ]);
  await dialog.getByRole('button', { name: 'Révoquer et retirer' }).click();
  expect(Math.max(...(await seen)) - (await clicked)).toBeLessThan(1_000);
  await expect(board.getByRole('status').last()).toContainText('28 élèves');
  const inside = screens.slice(0, classmates.length);
  expect(inside.every((screen) => screen.heard.length === 1)).toBe(true);

  // Undone: those who lost it have it again.
  const withdrawals = admin.getByRole('region', { name: 'Retraits des dernières 24 heures' });
  const taken = withdrawals.getByRole('listitem').filter({ hasText: 'retirée à 12 élèves' });
  await taken.getByRole('button', { name: 'Rendre' }).click();
  await expect(tile(phone, TITLE)).toBeVisible();
  await expect(admin.getByText('rendue à 12 élèves')).toBeVisible();
  await expect(board.getByRole('status').last()).toContainText('40 élèves');

  // All of it is written down.
  await admin.getByRole('link', { name: 'Journal' }).click();
  await admin.getByLabel('Par (').fill('veille@example.com');
  await admin.getByLabel('Par (').press('Tab');
  const lines = admin.getByRole('row').filter({ hasText: /a désactivé|a retiré|a rendu/ });
  await expect(lines).toHaveCount(3);
  await expect(lines.filter({ hasText: 'a désactivé' })).toContainText(code);
  await expect(lines.filter({ hasText: 'a retiré' })).toContainText(TITLE);
  await expect(lines.filter({ hasText: 'a rendu' })).toContainText(TITLE);

  // Who is no longer an administrator is out at once.
  await atTheTerminal('user:role', '--email', 'veille@example.com', '--role', 'teacher');
  await expect(admin).toHaveURL(/\/sign-in/);
  for (const person of people) person.leaves();
});
