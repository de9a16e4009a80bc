import { expect } from '@playwright/test';
import { opens, signedIn, tile } from '../support/browser-people';
import { test } from '../support/browser-test';

test('a teacher writes a collection without the mouse, pastes more, and a pupil sees each card as it comes', async ({
  browser,
}) => {
  const page = await opens(browser, 'prof.martin@example.com');
  await page.getByRole('button', { name: 'Créer' }).click();
  await page.getByRole('textbox', { name: 'Titre' }).fill('Capitales');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/edit$/);

  await page.getByLabel('Recto').first().focus();
  for (const word of ['France', 'Paris', 'Italie', 'Rome']) {
    await page.keyboard.type(word);
    await page.keyboard.press(['France', 'Italie'].includes(word) ? 'Tab' : 'Enter');
  }
  await expect(page.getByText('Enregistré', { exact: true })).toBeVisible();
  await expect(page.getByText('2 cartes', { exact: true })).toBeVisible();

  const teacher = await signedIn('prof.martin@example.com');
  const { items } = await teacher.does<{ items: { id: string; title: string }[] }>(
    'GET',
    '/collections?limit=1',
  );
  const { code } = await teacher.does<{ code: string }>(
    'POST',
    `/collections/${items[0]?.id}/share-codes`,
    {},
  );
  await (await signedIn('eleve05@example.com')).imports(code);
  const pupil = await opens(browser, 'eleve05@example.com');
  await tile(pupil, 'Capitales').click();
  await expect(pupil.getByText('France')).toBeVisible();

  await page.getByRole('button', { name: 'Coller des cartes' }).click();
  await page
    .getByRole('textbox', { name: 'Lignes' })
    .fill('Espagne;Madrid\nPortugal\nGrèce;Athènes');
  await expect(page.getByText('Il manque le verso')).toBeVisible();
  await page.getByRole('button', { name: 'Ajouter 2 cartes' }).click();
  await expect(pupil.getByText('Grèce')).toBeVisible();
  await expect(pupil.getByText('4 cartes')).toBeVisible();
});

test('the board counts imports as they come, and says when its code is switched off', async ({
  browser,
}) => {
  const teacher = await signedIn('prof.martin@example.com');
  const { code, collection } = await teacher.shares('Au tableau');
  const board = await opens(browser, 'prof.martin@example.com', {
    viewport: { width: 1920, height: 1080 },
  });
  await board.goto(`/codes/${code}/board?collection=${collection.id}`);
  const told = board.getByRole('status');
  await expect(told).toContainText('0 élève a la collection');
  await (await signedIn('eleve06@example.com')).imports(code);
  await expect(told).toContainText('1 élève a la collection');
  await board.screenshot({ path: 'test-results/browser/board-1920.png' });
  await teacher.does('DELETE', `/share-codes/${code}`);
  await expect(board.getByText('Code désactivé')).toBeVisible();
});

test('a pupil who studies keeps the card in hand while the teacher edits it', async ({
  browser,
}) => {
  const teacher = await signedIn('prof.martin@example.com');
  const cards = ['un', 'deux', 'trois'].map((front) => ({ front, back: `${front}, verso` }));
  const { id, cards: made } = await teacher.makes('Révision suivie', cards);
  const { code } = await teacher.does<{ code: string }>(
    'POST',
    `/collections/${id}/share-codes`,
    {},
  );
  await (await signedIn('eleve07@example.com')).imports(code);
  const page = await opens(browser, 'eleve07@example.com');
  await tile(page, 'Révision suivie').click();
  await page.getByRole('button', { name: 'Réviser' }).click();
  await expect(page.getByText('1 / 3')).toBeVisible();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press(' ');
  await expect(page.getByText('deux, verso')).toBeVisible();

  await teacher.does('PATCH', `/collections/${id}/cards/${made[1]?.id}`, {
    rev: 1,
    back: 'corrigé',
  });
  await expect(page.getByText('Cette carte a été mise à jour')).toBeVisible();
  await expect(page.getByText('2 / 3')).toBeVisible();
  await expect(page.getByText('deux, verso')).toBeVisible();

  await page.keyboard.press('ArrowRight');
  await expect(page.getByText('trois', { exact: true })).toBeVisible();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press(' ');
  await expect(page.getByText('corrigé')).toBeVisible();
});

test('a class of somebody else is said not to be mine', async ({ browser }) => {
  const page = await opens(browser, 'prof.martin@example.com');
  await page.goto('/classes/00000000-0000-4000-8000-000000000000');
  await expect(page.getByText('Cette classe n’est pas à vous')).toBeVisible();
});

test('a teacher writes without a network, and chooses where two screens wrote the same card', async ({
  browser,
}) => {
  const teacher = await signedIn('prof.martin@example.com');
  const { id, cards } = await teacher.makes('Deux écrans', [
    { front: 'un', back: 'I' },
    { front: 'deux', back: 'II' },
  ]);
  const page = await opens(browser, 'prof.martin@example.com');
  await page.goto(`/collections/${id}/edit`);
  const row = (number: number) => page.getByRole('group', { name: `Carte ${number}` });

  await expect(row(2)).toBeVisible();
  await page.context().setOffline(true);
  await row(1).getByLabel('Recto').press('Control+Enter');
  await page.keyboard.type('entre les deux');
  await row(1).getByLabel('Verso').fill('premier');
  await expect(page.getByText('Hors ligne, gardé')).toBeVisible();
  await teacher.does('PATCH', `/collections/${id}/cards/${cards[0]?.id}`, { rev: 1, back: 'one' });
  await page.context().setOffline(false);

  await row(1).getByRole('button', { name: 'Garder la mienne' }).click();
  await expect(page.getByText('Enregistré', { exact: true })).toBeVisible();
  const now = await teacher.does<{ cards: { front: string; back: string }[] }>(
    'GET',
    `/collections/${id}`,
  );
  expect(now.cards.map(({ front, back }) => [front, back])).toEqual([
    ['un', 'premier'],
    ['entre les deux', ''],
    ['deux', 'II'],
  ]);
});
