import { AxeBuilder } from '@axe-core/playwright';
import { expect, Page } from '@playwright/test';
import { enrols } from '../support/browser-database';
import { opens, server, signedIn } from '../support/browser-people';
import { test } from '../support/browser-test';
import { Person } from '../support/person';

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

const passesAxe = async (page: Page, where: string) => {
  const { violations } = await new AxeBuilder({ page }).withTags(WCAG).analyze();
  const told = violations.map(({ id, nodes }) => `${id}: ${nodes.map((n) => n.html).join(' ')}`);
  expect(told, where).toEqual([]);
};

test('somebody is added, signs in, is looked for, renamed and given a new password', async ({
  browser,
}) => {
  const page = await opens(browser, 'admin@example.com');
  await page.goto('/admin/people');
  await page.getByRole('button', { name: 'Ajouter une personne' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Créer le compte' }).click();
  await expect(dialog.getByText('Écrivez un nom')).toBeVisible();
  await dialog.getByLabel('Nom affiché').fill('Léonie Vauquelin');
  await dialog.getByLabel('Adresse e-mail').fill('prof.martin@example.com');
  await dialog.getByLabel('Rôle').selectOption('teacher');
  await dialog.getByRole('button', { name: 'Créer le compte' }).click();
  await expect(dialog.getByText('Quelqu’un d’autre a déjà cette adresse')).toBeVisible();
  await dialog.getByLabel('Adresse e-mail').fill('leonie@example.com');
  await dialog.getByRole('button', { name: 'Créer le compte' }).click();
  await expect(page.getByRole('heading', { name: 'Carte de Léonie Vauquelin' })).toBeVisible();
  const password = (await page.locator('dd.password').textContent()) ?? '';
  await page.getByRole('button', { name: 'C’est noté' }).click();
  const own = 'un mot de passe à moi';
  const first = await (await browser.newContext({ baseURL: server(), locale: 'fr-FR' })).newPage();
  await first.goto('/');
  await first.getByLabel('Adresse e-mail').fill('leonie@example.com');
  await first.getByLabel('Mot de passe', { exact: true }).fill(password);
  await first.getByRole('button', { name: 'Se connecter' }).click();
  await expect(first.getByText('Choisissez maintenant un mot de passe')).toBeVisible();
  await expect(first.getByLabel('Nouveau mot de passe', { exact: true })).toBeFocused();
  await first.keyboard.type(password);
  await first.keyboard.press('Enter');
  await expect(first.getByText('Choisissez un autre mot de passe')).toBeVisible();
  await passesAxe(first, 'choosing a password');
  await first.getByLabel('Nouveau mot de passe', { exact: true }).fill(own);
  await first.keyboard.press('Enter');
  await expect(first.getByRole('heading', { level: 1, name: 'Mes collections' })).toBeVisible();
  const leonie = await new Person(server(), 'leonie@example.com', own).signIn();
  expect(leonie.me.role).toBe('teacher');

  await page.getByRole('searchbox').fill('leonie');
  await expect(page).toHaveURL(/q=leonie/);
  await page.getByRole('link', { name: /Léonie Vauquelin/ }).click();
  await page.getByLabel('Nom affiché').fill('Léonie V.');
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(page.getByText('Enregistré', { exact: true })).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Léonie V.');

  await page.getByRole('button', { name: 'Créer un nouveau mot de passe' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Créer un nouveau' }).click();
  await expect(page.locator('dd.password')).not.toHaveText(password);
  await page.getByRole('button', { name: 'C’est noté' }).click();
  await expect(leonie.signIn()).rejects.toThrow('401');
});

test('a pupil without an address gets a login name, and a card to print', async ({ browser }) => {
  const page = await opens(browser, 'admin@example.com');
  await page.goto('/admin/people');
  await page.getByRole('button', { name: 'Ajouter une personne' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Nom affiché').fill('Noé Œstre');
  await dialog.getByRole('button', { name: 'Créer le compte' }).click();
  await expect(dialog.getByText('noe.oestre')).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  await expect(dialog.locator('dd.password')).toBeVisible();
  await expect(page.getByRole('searchbox', { includeHidden: true })).toBeHidden();
  await page.emulateMedia({ media: 'screen' });
  await page.getByRole('button', { name: 'C’est noté' }).click();
  await page.getByRole('searchbox').fill('oestre');
  await page.getByLabel('Montrer').selectOption('Jamais venus');
  await expect(page.getByRole('link', { name: /noe\.oestre/ })).toBeVisible();
});

test('who is disabled is out at once, and in again when enabled', async ({ browser }) => {
  await enrols(['parti@example.com'], 'student');
  const pupil = await opens(browser, 'parti@example.com');
  const page = await opens(browser, 'admin@example.com');
  await page.goto('/admin/people?q=parti');
  await page.getByRole('link', { name: /parti@example.com/ }).click();
  await page.getByRole('button', { name: 'Désactiver le compte' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Désactiver le compte' }).click();
  await expect(page.getByText('Désactivé depuis')).toBeVisible();
  await expect(pupil).toHaveURL(/\/sign-in/);
  await page.getByRole('button', { name: 'Réactiver le compte' }).click();
  await expect(page.getByText('Compte réactivé')).toBeVisible();
  await signedIn('parti@example.com');
});

test('one’s own account can’t be taken from oneself', async ({ browser }) => {
  const page = await opens(browser, 'admin@example.com');
  await page.goto('/admin/people?q=admin@example.com');
  await page.getByRole('link', { name: /admin@example.com/ }).click();
  await expect(page.getByLabel('Rôle')).toBeDisabled();
  await expect(page.getByRole('button', { name: 'Désactiver le compte' })).toBeDisabled();
  await expect(page.getByRole('button', { name: 'Effacer pour toujours' })).toBeDisabled();
});

test('somebody is erased for good', async ({ browser }) => {
  await enrols(['oubli@example.com'], 'student');
  const page = await opens(browser, 'admin@example.com');
  await page.goto('/admin/people?q=oubli');
  await page.getByRole('link', { name: /oubli@example.com/ }).click();
  await page.getByRole('button', { name: 'Effacer pour toujours' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Effacer pour toujours' }).click();
  await expect(page).toHaveURL(/\/admin\/people$/);
  await page.goto('/admin/people?q=oubli');
  await expect(page.getByText('Personne ne correspond')).toBeVisible();
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the rooms of people pass axe, ${colorScheme}`, async ({ browser }) => {
    test.setTimeout(60_000);
    const page = await opens(browser, 'admin@example.com', {
      colorScheme,
      reducedMotion: 'reduce',
    });
    const admin = await signedIn('admin@example.com');
    const { items } = await admin.does<{ items: { id: string }[] }>('GET', '/admin/people?limit=1');
    for (const address of [
      '/admin/people',
      '/admin/people?q=zzz',
      `/admin/people/${items[0]?.id}`,
    ]) {
      for (const width of [1280, 390]) {
        await page.setViewportSize({ width, height: 900 });
        await page.goto(address);
        await expect(
          page.getByRole('main').locator('ul, app-empty-state, form').last(),
        ).toBeVisible();
        await passesAxe(page, `${address} at ${width}`);
        const sideways = await page.evaluate(
          () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
        );
        expect(sideways, `${address} at ${width}`).toBe(false);
      }
    }
  });
}
