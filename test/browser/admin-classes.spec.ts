import { expect } from '@playwright/test';
import type { AdminClassPage } from '@cartable/contract';
import { meetsWcag } from '../support/browser-axe';
import { enrols } from '../support/browser-database';
import { opens, signedIn } from '../support/browser-people';
import { test } from '../support/browser-test';

test('a class is made, filled, renamed and archived', async ({ browser }) => {
  await enrols(['nouvelle@example.com'], 'student');
  const page = await opens(browser, 'admin@example.com');
  await page.goto('/admin/classes');
  await page.getByLabel('Nouvelle classe').fill('4e B');
  await page.getByRole('button', { name: 'Créer la classe' }).click();
  await expect(page.getByText('porte déjà ce nom')).toBeVisible();
  await page.getByLabel('Nouvelle classe').fill('Club échecs');
  await page.getByRole('button', { name: 'Créer la classe' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Club échecs');

  const search = page.getByRole('searchbox', { name: 'Ajouter à la classe' });
  await search.fill('personne ne s’appelle ainsi');
  await expect(page.getByText('Personne de ce nom')).toBeVisible();
  await search.fill('nouvelle@');
  await page.getByRole('button', { name: /^Ajouter / }).click();
  await expect(page.getByText('est dans la classe')).toBeVisible();
  await expect(page.getByText('Déjà dans la classe')).toBeVisible();
  await expect(search).toBeFocused();
  await search.fill('prof.martin');
  await page.getByRole('button', { name: /^Ajouter .*Martin/ }).click();
  await expect(page.getByRole('button', { name: /^Retirer/ })).toHaveCount(2);
  await page.getByRole('button', { name: 'Retirer Nouvelle' }).click();
  await expect(page.getByText('Hors de la classe')).toBeVisible();
  await expect(page.getByRole('heading', { name: '0 élève' })).toBeVisible();
  const back = page.getByRole('button', { name: 'Remettre Nouvelle' });
  await expect(back).toBeFocused();
  await back.press('Enter');
  await expect(page.getByText('Hors de la classe')).toBeHidden();
  await expect(page.getByRole('heading', { name: '1 élève' })).toBeVisible();

  await page.getByLabel('Nom de la classe').fill('Club d’échecs');
  await page.getByRole('button', { name: 'Renommer' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Club d’échecs');
  const teacher = await opens(browser, 'prof.martin@example.com');
  await teacher.goto('/classes');
  await expect(teacher.getByText('Club d’échecs')).toBeVisible();
  await page.getByRole('button', { name: 'Archiver la classe' }).click();
  await expect(page.getByText('Cette classe est archivée')).toBeVisible();
  await teacher.reload();
  await expect(teacher.getByText('4e B')).toBeVisible();
  await expect(teacher.getByText('Club d’échecs')).toBeHidden();
  await page.goto('/admin/classes?state=archived');
  await expect(page.getByRole('link', { name: /Club d’échecs/ })).toBeVisible();
});

test('all classes of the year are archived in one act', async ({ browser }) => {
  const admin = await signedIn('admin@example.com');
  const { items } = await admin.does<AdminClassPage>('GET', '/admin/classes?limit=500');
  const page = await opens(browser, 'admin@example.com');
  await page.goto('/admin/classes');
  try {
    await page.getByRole('button', { name: 'Archiver toutes les classes' }).click();
    const dialog = page.getByRole('dialog');
    await expect(dialog.getByText(`Archiver ${items.length} classe`)).toBeVisible();
    await dialog.getByRole('button', { name: 'Archiver toutes les classes' }).click();
    await expect(page.getByText(/classes? archivées?/)).toBeVisible();
    await expect(page.getByText('Aucune classe')).toBeVisible();
  } finally {
    for (const { id } of items) {
      await admin.does('PATCH', `/admin/classes/${id}`, { archived: false });
    }
  }
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the rooms of classes pass axe, ${colorScheme}`, async ({ browser }) => {
    const page = await opens(browser, 'admin@example.com', {
      colorScheme,
      reducedMotion: 'reduce',
    });
    await page.goto('/admin/classes');
    await page.getByRole('link', { name: /4e B/ }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('4e B');
    for (const address of ['/admin/classes', new URL(page.url()).pathname]) {
      for (const width of [1280, 390]) {
        await page.setViewportSize({ width, height: 900 });
        await page.goto(address);
        await expect(page.getByRole('main').getByRole('list').first()).toBeVisible();
        await meetsWcag(page, `${address} at ${width}`);
      }
    }
  });
}
