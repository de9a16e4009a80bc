import { Browser, expect, Page } from '@playwright/test';
import { meetsWcag } from '../support/browser-axe';
import { enrols } from '../support/browser-database';
import { opens, signedIn } from '../support/browser-people';
import { test } from '../support/browser-test';

const outsiders = Array.from({ length: 4 }, (_, n) => `dehors0${n + 1}@example.com`);

const row = (page: Page, code: string) =>
  page
    .getByRole('list', { name: 'Codes de partage' })
    .getByRole('listitem')
    .filter({ hasText: code });

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
  await expect(said).toBeInViewport();
  await expect(row(page, code)).toBeFocused();
  const fresh = (await said.textContent())?.match(/[A-Z]{4}-[A-Z]{4}/)?.[0] ?? '';
  await expect(share.getByText(fresh).first()).toBeVisible();
  await expect(row(page, code)).toContainText('Révoqué');
  await page.getByRole('radio', { name: 'Actifs' }).check();
  await expect(row(page, code)).toBeHidden();
  await page.reload();
  await expect(page.getByRole('radio', { name: 'Actifs' })).toBeChecked();
});

test('what came of an act stands in the line of the code, and is undone there, though the line is no longer asked for', async ({
  browser,
}) => {
  await enrols(outsiders, 'student');
  const { code } = await (await signedIn('prof.martin@example.com')).shares('À reprendre');
  for (const email of outsiders) await (await signedIn(email)).imports(code);
  const page = await opens(browser, 'admin@example.com', {
    viewport: { width: 390, height: 844 },
  });
  await page.goto('/admin/codes?state=active');
  await page.getByRole('button', { name: `Révoquer ${code}` }).click();
  await page.getByRole('checkbox').check();
  await page.getByLabel('Raison').fill('Vu ailleurs');
  await page.route('**/revocation', (route) => route.abort(), { times: 1 });
  await page.getByRole('button', { name: 'Révoquer et retirer' }).click();
  await expect(page.getByRole('dialog').getByRole('alert')).toContainText('Pas de réseau');
  await page.getByRole('button', { name: 'Révoquer et retirer' }).click();
  const line = row(page, code);
  await expect(line.getByRole('status')).toContainText('la collection est retirée à 4 élèves');
  const way = line.getByRole('button', { name: 'Rendre' });
  await expect(line.getByRole('status')).toBeInViewport({ ratio: 1 });
  await expect(way).toBeInViewport({ ratio: 1 });
  // Something comes above, in a browser that does not make up for it by itself (scroll anchoring).
  await page.locator('html').evaluate((html) => (html.style.overflowAnchor = 'none'));
  await page.locator('.page-head').evaluate((head) => (head.style.paddingBottom = '1000px'));
  await expect(line.getByRole('status')).toBeInViewport({ ratio: 1 });
  await expect(way).toBeInViewport({ ratio: 1 });
  await expect(line).toContainText('Révoqué');
  await expect(line).toBeFocused();
  await line.getByRole('button', { name: 'Rendre' }).click();
  await expect(line.getByRole('status')).toHaveText('La collection est rendue');
  await expect(line.getByRole('button', { name: 'Rendre' })).toBeHidden();
  await expect(page.getByText('rendue à 4 élèves')).toBeVisible();
  await page.getByRole('searchbox').fill(code.slice(0, 4));
  await expect(line).toBeHidden();
});

test('what is given back at the withdrawal is no longer said to be withdrawn in the line of the code', async ({
  browser,
}) => {
  await enrols(outsiders, 'student');
  const { code } = await (await signedIn('prof.martin@example.com')).shares('À rendre en haut');
  for (const email of outsiders) await (await signedIn(email)).imports(code);
  const page = await opens(browser, 'admin@example.com');
  await page.goto('/admin/codes');
  await page.getByRole('button', { name: `Révoquer ${code}` }).click();
  await page.getByRole('checkbox').check();
  await page.getByLabel('Raison').fill('Par erreur');
  await page.getByRole('button', { name: 'Révoquer et retirer' }).click();
  const line = row(page, code);
  await expect(line.getByRole('button', { name: 'Rendre' })).toBeVisible();
  const card = page
    .getByRole('region', { name: 'Retraits des dernières 24 heures' })
    .getByRole('listitem')
    .filter({ hasText: code });
  await card.getByRole('button', { name: 'Rendre' }).click();
  await expect(card).toContainText('rendue à 4 élèves');
  await expect(line.getByRole('button', { name: 'Rendre' })).toBeHidden();
  await expect(line.getByRole('status')).toBeEmpty();
});

test('a room that can’t be read says so once, and is read when one asks again', async ({
  browser,
}) => {
  await (await signedIn('prof.martin@example.com')).shares('À lire malgré tout');
  const page = await opens(browser, 'admin@example.com');
  let asked = 0;
  await page.route(/api\/admin\/codes\?/, async (route) => {
    asked += 1;
    await route.fulfill({ status: 503, body: '{}' });
  });
  await page.getByRole('link', { name: 'Administration' }).first().click();
  await expect(page.getByText('Les codes à surveiller n’ont pas pu être lus')).toBeVisible();
  await expect(page.getByText('Tout va bien')).toBeHidden();
  asked = 0;
  await page.getByRole('link', { name: 'Codes', exact: true }).click();
  const again = page.getByRole('button', { name: 'Réessayer' });
  await expect(again).toBeVisible();
  // Once, and for each word of a code that was made or used just now.
  expect(asked).toBeLessThan(5);
  await page.unroute(/api\/admin\/codes\?/);
  await again.click();
  await expect(page.getByRole('list', { name: 'Codes de partage' })).toBeVisible();
});

test('pupils and teachers find no such room', async ({ browser }) => {
  for (const email of ['eleve03@example.com', 'prof.martin@example.com']) {
    const page = await opens(browser, email);
    await page.goto('/admin/codes');
    await expect(page.getByRole('heading', { level: 1, name: 'Page introuvable' })).toBeVisible();
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
  await expect(missing.getByText('Inès', { exact: true })).toBeVisible();
  for (const [width, height] of [
    [1280, 720],
    [1920, 1080],
  ] as const) {
    await page.setViewportSize({ width, height });
    await page.screenshot({ path: `test-results/browser/board-missing-${width}.png` });
    for (const name of await missing.getByRole('listitem').all()) {
      await expect(name).toBeInViewport({ ratio: 1 });
    }
  }
  await (await signedIn('eleve01@example.com')).imports(code);
  await expect(told).toContainText('1 élève sur 29');
  await expect(missing.getByText('Inès', { exact: true })).toBeHidden();
  await meetsWcag(page, 'board of a class');
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
    for (const [page, address] of await rooms(browser, colorScheme)) {
      for (const width of [1280, 390]) {
        await page.setViewportSize({ width, height: 800 });
        await page.goto(address);
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
        await expect(page.getByRole('main').locator('ul, app-empty-state').last()).toBeVisible();
        await meetsWcag(page, `${address} at ${width}`);
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
    for (const email of outsiders) await (await signedIn(email)).imports(code);
    const page = await opens(browser, 'admin@example.com', {
      colorScheme,
      reducedMotion: 'reduce',
    });
    for (const width of [1280, 390]) {
      await page.setViewportSize({ width, height: 800 });
      await page.goto('/admin/codes');
      await page.getByRole('button', { name: `Révoquer ${code}` }).click();
      await page.getByRole('checkbox').check();
      await meetsWcag(page, `revoking at ${width}`);
      await page.screenshot({
        path: `test-results/browser/revoking-${colorScheme}-${width}.png`,
      });
    }
  });
}
