import { expect, Page } from '@playwright/test';
import type { PeoplePage } from '@cartable/contract';
import { meetsWcag } from '../support/browser-axe';
import { opens, server, signedIn } from '../support/browser-people';
import { test } from '../support/browser-test';
import { schoolFile } from '../support/school-file';

/** For thousands of lines on a busy machine. */
const LONG = { timeout: 60_000 };

const takes = (page: Page, name: string, buffer: Buffer) =>
  page.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/csv', buffer });

/** A number of those that are foreseen. */
const foreseen = (page: Page, label: string) =>
  page.locator('dl.counts div').filter({ hasText: label }).locator('dd');

test('5,000 pupils come in, 37 faulty lines stay out, and the same file again changes nothing', async ({
  browser,
}) => {
  const { bytes, faulty } = schoolFile(5_000, 37);
  const page = await opens(browser, 'admin@example.com');
  await page.goto('/admin/people/import');
  await takes(page, 'siecle.csv', bytes);
  await expect(foreseen(page, 'Comptes à créer')).toHaveText(/^4\s963$/, LONG);
  await expect(foreseen(page, 'Lignes écartées')).toHaveText('37');
  await expect(page.getByText('est prise pour celle des titres')).toBeHidden();
  await expect(page.getByText(/2\d classes à créer/)).toBeVisible();
  expect(faulty).toHaveLength(37);
  const told = await page.locator('app-fault-list li strong').allTextContents();
  expect([...new Set(told)]).toEqual(faulty.map((line) => `Ligne ${line}`));

  await page.getByRole('button', { name: 'Faire entrer' }).click();
  await expect(page.getByRole('heading', { name: 'C’est fait' })).toBeVisible(LONG);
  await expect(page.getByText('comptes créés,')).toContainText(/4.963 comptes créés/);
  const admin = await signedIn('admin@example.com');
  const { text } = await admin.file('/admin/people/export?search=lefevre');
  const rows = text.trim().split('\r\n').slice(1);
  expect(rows).toHaveLength(4_963);
  for (const row of rows) {
    expect(row).toMatch(
      /^(Chloé|Noël) LEFÈVRE-(\d+);LEFÈVRE-\2;[3-6]e [A-X];N\2;n\2@pupils\.example;;student;[^;]+;$/,
    );
  }

  await page.getByRole('button', { name: /Voir les 4.963 cartes/ }).click();
  const cards = page.getByRole('dialog', { name: /^4.963 cartes$/ });
  await expect(cards.getByRole('status')).toHaveText(/cartes n’ont pas encore été vues/);
  const unseen = 4_963 - (await cards.getByRole('listitem').count());
  expect(unseen).toBeGreaterThan(0);
  await cards.getByRole('button', { name: 'C’est noté' }).click();
  await page.getByRole('button', { name: 'Un autre fichier' }).click();
  const left = page.getByRole('dialog', { name: 'cartes n’ont pas été vues' });
  const count = (await left.getByRole('heading').textContent()) ?? '';
  expect(Number(count.replace(/\D/g, ''))).toBe(unseen);
  await left.getByRole('button', { name: 'Continuer sans les cartes' }).click();
  await takes(page, 'siecle.csv', bytes);
  await expect(page.getByText('Rien à changer')).toBeVisible(LONG);
  await expect(foreseen(page, 'Déjà à jour')).toHaveText(/^4\s963$/);
  await expect(page.getByRole('button', { name: 'Faire entrer' })).toBeDisabled();
});

test('columns are told by hand, cards are handed out, and a card lets its pupil in', async ({
  browser,
}) => {
  const page = await opens(browser, 'admin@example.com');
  await page.goto('/admin/people');
  await page.getByRole('link', { name: 'Importer' }).click();
  await takes(page, 'vide.csv', Buffer.from('Nom;Classe\n'));
  await expect(page.getByText('Ce fichier n’a pas de lignes')).toBeVisible();
  await takes(
    page,
    'liste.csv',
    Buffer.from('Qui,Groupe\nMaëlle Test,5e Carte\n Yanis Test ,5e Carte\nZélie Test,6e Carte'),
  );
  await expect(page.getByText('Qui, Groupe')).toContainText('est prise pour celle des titres');
  await expect(page.getByText('Indiquez la colonne du nom')).toBeVisible();
  await page.getByLabel('Qui').selectOption('Nom complet');
  await expect(page.getByText('le nom seul ne dit pas qui c’est')).toBeVisible();
  await page.getByLabel('Groupe').selectOption('Classe');
  await expect(foreseen(page, 'Comptes à créer')).toHaveText('3');
  await page.getByRole('button', { name: 'Faire entrer 3 personnes' }).click();
  await page.getByRole('button', { name: 'Voir les 3 cartes' }).click();
  const cards = page.getByRole('dialog').getByRole('listitem');
  await expect(cards).toHaveCount(3);
  await page.getByRole('dialog').getByLabel('Classe').selectOption('5e Carte : 2 cartes');
  await expect(cards).toHaveCount(2);
  await expect(cards.first()).toContainText('maelle.test');
  await expect(page.getByRole('dialog').getByRole('heading', { name: '5e Carte' })).toBeVisible();
  await page.getByRole('button', { name: 'C’est noté' }).click();

  await page.goto('/admin/people?state=unused&q=yanis');
  await page.getByRole('button', { name: 'Imprimer leurs cartes' }).click();
  await page.getByRole('button', { name: 'Faire les cartes' }).click();
  const dialog = page.getByRole('dialog', { name: 'Carte de Yanis Test' });
  await expect(dialog.getByRole('img')).toBeVisible();
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await dialog.getByRole('button', { name: 'Copier le lien' }).click();
  await expect(dialog.getByRole('button', { name: 'Lien copié' })).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());

  const pupil = await (await browser.newContext({ baseURL: server(), locale: 'fr-FR' })).newPage();
  await pupil.goto(link);
  await expect(pupil.getByText('Choisissez maintenant un mot de passe')).toBeVisible();
  expect(pupil.url()).not.toContain('yanis');
  await pupil.getByLabel('Nouveau mot de passe', { exact: true }).fill('ma phrase à moi');
  await pupil.keyboard.press('Enter');
  await expect(pupil.getByRole('heading', { level: 1, name: 'Mes collections' })).toBeVisible();
  const admin = await signedIn('admin@example.com');
  const unused = await admin.does<PeoplePage>('GET', '/admin/people?state=unused&search=test');
  expect(unused.items.map(({ login }) => login)).toEqual(['maelle.test', 'zelie.test']);
  await page.context().close();
  await pupil.context().close();
});

test('who may be there already is asked for, and nothing is doubled', async ({ browser }) => {
  const page = await opens(browser, 'admin@example.com');
  const takesList = (classes: string) =>
    takes(
      page,
      'liste.csv',
      Buffer.from(`Nom;Prénom;Classe\nDEJA;Lou;${classes}\nDEJA;Tom;${classes}`),
    );
  await page.goto('/admin/people/import');
  await takesList('6e Déjà');
  await page.getByRole('button', { name: 'Faire entrer 2 personnes' }).click();
  await page.getByRole('button', { name: 'Un autre fichier' }).click();
  const dialog = page.getByRole('dialog', { name: '2 cartes n’ont pas été vues' });
  await dialog.getByRole('button', { name: 'Rester' }).click();
  await page.getByRole('button', { name: 'Voir les 2 cartes' }).click();
  await page.getByRole('button', { name: 'C’est noté' }).click();
  await page.getByRole('button', { name: 'Un autre fichier' }).click();

  await takesList('5e Déjà');
  await expect(page.getByRole('heading', { name: '2 personnes sont peut-être' })).toBeVisible();
  await expect(page.getByText('Lou DEJA (6e Déjà, lou.deja)')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Faire entrer' })).toBeDisabled();
  await expect(foreseen(page, 'Lignes à décider')).toHaveText('2');
  await page.getByRole('button', { name: 'la même personne' }).click();
  await page.getByLabel('Ligne 3').selectOption('Créer quand même');
  await expect(foreseen(page, 'Comptes à créer')).toHaveText('1');
  await page.getByLabel('Les retirer de leurs autres classes').check();
  await page.getByRole('button', { name: 'Faire entrer 2 personnes' }).click();
  await expect(page.getByText('1 compte créé, 1 mis à jour.')).toBeVisible();
  const admin = await signedIn('admin@example.com');
  const { items } = await admin.does<PeoplePage>('GET', '/admin/people?search=deja');
  const places = items.map(({ login, classes }) => `${login} ${classes.map((c) => c.name).join()}`);
  expect(places.sort()).toEqual(['lou.deja 5e Déjà', 'tom.deja 6e Déjà', 'tom.deja2 5e Déjà']);
  await page.context().close();
});

test('an import is stopped, loses an answer and goes on: nobody is without a card', async ({
  browser,
}) => {
  const page = await opens(browser, 'admin@example.com');
  const rows = Array.from({ length: 500 }, (_, n) => `K${n};COUPE${n};Léa;6e Coupe`);
  await page.goto('/admin/people/import');
  await takes(page, 'liste.csv', Buffer.from(['INE;Nom;Prénom;Classe', ...rows].join('\n')));
  await expect(foreseen(page, 'Comptes à créer')).toHaveText('500');
  let held: (() => void) | undefined;
  let asked = 0;
  await page.route('**/api/admin/people/imports', async (route) => {
    asked += 1;
    if (asked === 1) await new Promise<void>((resolve) => (held = resolve));
    // The second part is done, and its answer never comes.
    if (asked === 2) await route.fetch().then(() => route.abort('connectionreset'));
    else await route.continue();
  });
  await page.getByRole('button', { name: 'Faire entrer 500 personnes' }).click();
  await expect(page.getByRole('heading', { name: 'L’import est en cours' })).toBeFocused();
  await page.getByRole('link', { name: 'Personnes' }).first().click();
  const dialog = page.getByRole('dialog', { name: 'L’import n’est pas fini' });
  await dialog.getByRole('button', { name: 'Rester' }).click();
  await page.getByRole('button', { name: 'Arrêter', exact: true }).click();
  held?.();
  await expect(page.getByText('200 lignes sur 500')).toBeVisible();
  await page.getByRole('button', { name: 'Continuer' }).click();
  await expect(page.getByText('Pas de réseau')).toBeVisible();
  await page.getByRole('button', { name: 'Continuer' }).click();
  await expect(page.getByText('500 comptes créés, 0 mis à jour.')).toBeVisible();
  await page.getByRole('button', { name: 'Voir les 500 cartes' }).click();
  await expect(page.getByRole('dialog').getByRole('listitem')).toHaveCount(500);
  await page.context().close();
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the import passes axe, ${colorScheme}`, async ({ browser }) => {
    const page = await opens(browser, 'admin@example.com', {
      colorScheme,
      reducedMotion: 'reduce',
    });
    const { bytes } = schoolFile(40, 4);
    for (const width of [1280, 390]) {
      await page.setViewportSize({ width, height: 900 });
      await page.goto('/admin/people/import');
      await meetsWcag(page, `before a file, at ${width}`);
      await takes(page, 'siecle.csv', bytes);
      await expect(page.getByRole('heading', { name: 'lignes écartées' })).toBeVisible();
      await meetsWcag(page, `a checked file, at ${width}`);
    }
  });
}
