import { AxeBuilder } from '@axe-core/playwright';
import { Browser, expect, Page } from '@playwright/test';
import { enrols, inTheDatabase } from '../support/browser-database';
import { atTheTerminal, opens, signedIn, tile } from '../support/browser-people';
import { test } from '../support/browser-test';

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const two = (n: number) => String(n).padStart(2, '0');
const classmates = Array.from({ length: 28 }, (_, n) => `eleve${two(n + 1)}@example.com`);
const outsiders = Array.from({ length: 12 }, (_, n) => `dehors${two(n + 1)}@example.com`);

const passesAxe = async (page: Page, where: string) => {
  const { violations } = await new AxeBuilder({ page }).withTags(WCAG).analyze();
  const told = violations.map(({ id, nodes }) => `${id}: ${nodes.map((n) => n.html).join(' ')}`);
  expect(told, where).toEqual([]);
};

const row = (page: Page, code: string) => page.getByRole('listitem').filter({ hasText: code });

test('a leak is seen, stopped, taken back and undone, while 40 pupils import', async ({
  browser,
}) => {
  test.setTimeout(120_000);
  await enrols(outsiders, 'student');
  await enrols(['veille@example.com'], 'admin');
  const teacher = await signedIn('prof.martin@example.com');
  const { code, collection } = await teacher.shares('Sujet du contrôle');
  const admin = await opens(browser, 'veille@example.com');
  await admin.getByRole('link', { name: 'Administration' }).first().click();
  await admin.getByRole('link', { name: 'Codes' }).click();
  await expect(row(admin, code)).toContainText('0 import');
  const board = await opens(browser, 'prof.martin@example.com');
  await board.goto(`/codes/${code}/board?collection=${collection.id}`);
  await expect(board.getByRole('status')).toContainText('0 élève a la collection');
  const phone = await opens(browser, outsiders[0] ?? '');

  const people = await Promise.all([...classmates, ...outsiders].map(signedIn));
  const screens = await Promise.all(people.map((person) => person.connects()));
  await Promise.all(people.map((person) => person.imports(code)));
  await Promise.all(screens.map((screen) => screen.hears('newCollection')));
  await expect(row(admin, code)).toContainText('40 imports dont 12 hors classe');
  await expect(row(admin, code)).toContainText('Hors classe');
  await expect(admin.getByRole('heading', { level: 1 })).toContainText('à surveiller');
  await expect(tile(phone, 'Sujet du contrôle')).toBeVisible();

  await admin.getByRole('button', { name: `Révoquer ${code}` }).click();
  const dialog = admin.getByRole('dialog');
  await dialog.getByRole('checkbox', { name: 'à 12 élèves hors classe' }).check();
  await expect(dialog.getByRole('listitem')).toHaveCount(12);
  await dialog.getByRole('button', { name: 'Révoquer et retirer' }).click();
  await expect(dialog.getByText('Dites pourquoi')).toBeVisible();
  await dialog.getByLabel('Raison').fill('Vu sur un réseau social');
  // Not by `expect`, which looks again after up to a second: that would measure itself.
  const seen = Promise.all([
    ...screens.slice(classmates.length).map((screen) => screen.hears('collectionRemoved')),
    tile(phone, 'Sujet du contrôle').waitFor({ state: 'hidden' }),
    board.getByText('Code désactivé').waitFor(),
  ]);
  const since = Date.now();
  await dialog.getByRole('button', { name: 'Révoquer et retirer' }).click();
  await seen;
  expect(Date.now() - since).toBeLessThan(1_000);
  await expect(row(admin, code)).toContainText('Révoqué');
  expect(screens.slice(0, classmates.length).every((screen) => screen.heard.length === 1)).toBe(
    true,
  );

  const taken = admin.getByRole('listitem').filter({ hasText: 'retirée à 12 élèves' });
  await taken.getByRole('button', { name: 'Rendre' }).click();
  await expect(tile(phone, 'Sujet du contrôle')).toBeVisible();
  await expect(admin.getByText('rendue à 12 élèves')).toBeVisible();
  const acts = await inTheDatabase<{ act: string }>(
    `SELECT a.act FROM audit_entry AS a JOIN person AS p ON p.id = a.actor_id
     WHERE p.email = 'veille@example.com' AND a.act ~ '^(share-code|collection)' ORDER BY a.at, a.act DESC`,
  );
  expect(acts.map(({ act }) => act)).toEqual([
    'share-code.revoked',
    'collection.withdrawn',
    'collection.withdrawal-undone',
  ]);

  await atTheTerminal('user:role', '--email', 'veille@example.com', '--role', 'teacher');
  await expect(admin).toHaveURL(/\/sign-in/);
  for (const person of people) person.leaves();
});

test('a code is replaced, found by a word, and its place in the room is in the address', async ({
  browser,
}) => {
  const teacher = await signedIn('prof.martin@example.com');
  const { code, collection } = await teacher.shares('Élevage de chèvres');
  const share = await opens(browser, 'prof.martin@example.com');
  await share.goto(`/collections/${collection.id}/share`);
  await expect(share.getByText(code).first()).toBeVisible();
  const page = await opens(browser, 'admin@example.com');
  await page.goto('/admin/codes');
  await page.getByRole('searchbox').fill('eleva');
  await expect(page).toHaveURL(/q=eleva/);
  await expect(row(page, code)).toBeVisible();
  await page.getByRole('button', { name: `Remplacer ${code}` }).click();
  await page.getByLabel('Raison').fill('Trop connu');
  await page.getByRole('dialog').getByRole('button', { name: 'Remplacer' }).click();
  const said = page.getByText('Nouveau code');
  await expect(said).toBeVisible();
  const fresh = (await said.textContent())?.match(/[A-Z]{4}-[A-Z]{4}/)?.[0] ?? '';
  await expect(share.getByText(fresh).first()).toBeVisible();
  await expect(row(page, code)).toContainText('Révoqué');
  await page.getByRole('radio', { name: 'Actifs' }).check();
  await expect(row(page, code)).toBeHidden();
  await page.reload();
  await expect(page.getByRole('radio', { name: 'Actifs' })).toBeChecked();
});

test('pupils and teachers find no such room', async ({ browser }) => {
  for (const email of ['eleve03@example.com', 'prof.martin@example.com']) {
    const page = await opens(browser, email);
    await page.goto('/admin/codes');
    await expect(page.getByRole('heading', { level: 1 })).not.toContainText(/code/i);
  }
});

test('a board fills with its class, and shows who is missing if the teacher wishes', async ({
  browser,
}) => {
  const teacher = await signedIn('prof.martin@example.com');
  const { id } = await teacher.makes('Pour la classe');
  const page = await opens(browser, 'prof.martin@example.com', {
    viewport: { width: 1920, height: 1080 },
  });
  await page.goto(`/collections/${id}/share`);
  await page.getByLabel('Qui peut s’en servir').selectOption('4e B');
  await page.getByRole('button', { name: 'Créer le code' }).click();
  await expect(page.getByText('Réservé à 4e B')).toBeVisible();
  await page.getByRole('link', { name: 'Projeter' }).click();
  const told = page.getByRole('status');
  await expect(told).toContainText('0 élève sur 29 a la collection');
  const { items } = await teacher.does<{ items: { code: string }[] }>(
    'GET',
    `/collections/${id}/share-codes`,
  );
  const code = items[0]?.code ?? '';
  await page.getByRole('button', { name: 'Montrer qui manque' }).click();
  const missing = page.getByRole('list', { name: 'Il manque encore' });
  await expect(missing.getByText('Inès B.')).toBeVisible();
  await (await signedIn('eleve01@example.com')).imports(code);
  await expect(told).toContainText('1 élève sur 29');
  await expect(missing.getByText('Inès B.')).toBeHidden();
  await passesAxe(page, 'board of a class');
  await page.screenshot({ path: 'test-results/browser/board-class-1920.png' });
  await page.goto(`/collections/${id}/share`);
  await page.getByRole('button', { name: 'Donner à toute la classe' }).click();
  await expect(page.getByText('28 élèves de 4e B ont reçu la collection')).toBeVisible();
  await page.goto(`/codes/${code}/board?collection=${id}`);
  await expect(page.getByText('Toute la classe a la collection')).toBeVisible();
});

const rooms = async (browser: Browser, colorScheme: 'light' | 'dark') => {
  const teacher = await opens(browser, 'prof.martin@example.com', {
    colorScheme,
    reducedMotion: 'reduce',
  });
  const admin = await opens(browser, 'admin@example.com', { colorScheme, reducedMotion: 'reduce' });
  const { items } = await (
    await signedIn('prof.martin@example.com')
  ).does<{ items: { id: string }[] }>('GET', '/classes');
  return [
    [teacher, '/classes'],
    [teacher, `/classes/${items[0]?.id}`],
    [admin, '/admin/codes'],
    [admin, '/admin/codes?q=nothing%20at%20all'],
  ] as const;
};

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the rooms pass axe, ${colorScheme}`, async ({ browser }) => {
    test.setTimeout(90_000);
    for (const [page, address] of await rooms(browser, colorScheme)) {
      for (const width of [1280, 390]) {
        await page.setViewportSize({ width, height: 800 });
        await page.goto(address);
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
        await expect(page.getByRole('main').locator('ul, app-empty-state').last()).toBeVisible();
        await passesAxe(page, `${address} at ${width}`);
        const sideways = await page.evaluate(
          () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
        );
        expect(sideways, `${address} at ${width}`).toBe(false);
        const name = address.replace(/[^a-z]+/g, '-').slice(0, 24);
        await page.screenshot({
          path: `test-results/browser/room-${colorScheme}-${width}${name}.png`,
        });
      }
    }
  });

  test(`revoking passes axe, ${colorScheme}`, async ({ browser }) => {
    await enrols(outsiders, 'student');
    const teacher = await signedIn('prof.martin@example.com');
    const { code } = await teacher.shares(`À montrer, ${colorScheme}`);
    for (const email of outsiders.slice(0, 4)) await (await signedIn(email)).imports(code);
    const page = await opens(browser, 'admin@example.com', {
      colorScheme,
      reducedMotion: 'reduce',
    });
    for (const width of [1280, 390]) {
      await page.setViewportSize({ width, height: 800 });
      await page.goto('/admin/codes');
      await page.getByRole('button', { name: `Révoquer ${code}` }).click();
      await page.getByRole('checkbox').check();
      await passesAxe(page, `revoking at ${width}`);
      await page.screenshot({
        path: `test-results/browser/revoking-${colorScheme}-${width}.png`,
      });
    }
  });
}
