import { expect } from '@playwright/test';
import type { FirstPassword } from '@cartable/contract';
import { meetsWcag } from '../support/browser-axe';
import { enrols } from '../support/browser-database';
import { opens, server, signedIn } from '../support/browser-people';
import { test } from '../support/browser-test';
import { Person } from '../support/person';

test('somebody is added, signs in, is looked for, renamed and given a new password', async ({
  browser,
}) => {
  const page = await opens(browser, 'admin@example.com');
  await page.goto('/admin/people');
  await page.getByRole('button', { name: 'Ajouter une personne' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Créer le compte' }).click();
  await expect(dialog.getByText('Écrivez un nom')).toBeVisible();
  await expect(dialog.getByLabel('Nom affiché')).toBeFocused();
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
  await meetsWcag(first, 'choosing a password');
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
  await expect(page.getByText('Son mot de passe provisoire n’a pas encore servi')).toBeVisible();
  await expect(leonie.signIn()).rejects.toThrow('401');
});

test('a pupil without an address gets a login name, and a card to print', async ({ browser }) => {
  const page = await opens(browser, 'admin@example.com');
  await page.goto('/admin/people');
  await page.getByRole('button', { name: 'Ajouter une personne' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Nom affiché').fill(`Noé Œstre ${'Ü'.repeat(60)}`);
  await dialog.getByRole('button', { name: 'Créer le compte' }).click();
  await expect(dialog.getByText('noe.oestre')).toBeVisible();
  await page.setViewportSize({ width: 390, height: 500 });
  await meetsWcag(page, 'a card in a small window');
  const content = dialog.locator('mat-dialog-content');
  expect(await content.evaluate((one) => one.scrollWidth > one.clientWidth)).toBe(false);
  await page.emulateMedia({ media: 'print' });
  await expect(dialog.locator('dd.password')).toBeVisible();
  await expect(dialog.getByText('Scannez le code')).toBeVisible();
  await expect(page.getByRole('searchbox', { includeHidden: true })).toBeHidden();
  await page.emulateMedia({ media: 'screen' });
  await page.getByRole('button', { name: 'C’est noté' }).click();
  await page.getByRole('searchbox').fill('oestre');
  await page.getByLabel('Montrer').selectOption('Accès provisoire');
  await expect(page.getByRole('link', { name: /noe\.oestre/ })).toBeVisible();
});

test('cards that were handed out stay valid until somebody says that they need not, and new ones go in no other way than by hand', async ({
  browser,
}) => {
  const admin = await signedIn('admin@example.com');
  const makes = (displayName: string) =>
    admin.does<FirstPassword>('POST', '/admin/people', { displayName, role: 'student' });
  const [old] = [await makes('Tirage Un'), await makes('Tirage Deux')];
  const serves = async () => {
    const login = { email: old.person.login, password: old.password };
    return (await admin.call('POST', '/auth/login', login)).status === 403;
  };
  const page = await opens(browser, 'admin@example.com');
  await page.goto('/admin/people?state=unused&q=tirage');
  await page.getByRole('button', { name: 'Imprimer leurs cartes' }).click();
  await expect(page.getByText('ces 2 personnes ne serviront plus')).toBeVisible();
  await page.getByRole('button', { name: 'Annuler' }).click();
  expect(await serves()).toBe(true);

  await page.getByRole('button', { name: 'Imprimer leurs cartes' }).click();
  await page.route('**/first-cards', (route) => route.abort(), { times: 1 });
  await page.getByRole('button', { name: 'Faire les cartes' }).click();
  await expect(page.getByText('Pas de réseau')).toBeVisible();
  await page.getByRole('button', { name: 'Continuer' }).click();
  const cards = page.getByRole('dialog', { name: '2 cartes' });
  await expect(cards.locator('dd.password')).toHaveCount(2);
  expect(await serves()).toBe(false);
  await expect(cards.getByRole('button', { name: 'Imprimer' })).toBeFocused();
  await page.keyboard.press('Escape');
  await page.mouse.click(5, 5);
  await expect(cards).toBeVisible();
  await cards.getByRole('button', { name: 'C’est noté' }).click();
  await expect(cards).toBeHidden();
  await expect(page.getByRole('button', { name: 'Imprimer leurs cartes' })).toBeFocused();
});

test('the family name, the number and the classes of somebody are changed on their page', async ({
  browser,
}) => {
  const admin = await signedIn('admin@example.com');
  await admin.does('POST', '/admin/people', {
    displayName: 'Nour Numéro',
    role: 'student',
  });
  await admin.does('POST', '/admin/classes', { name: 'Atelier' });
  const page = await opens(browser, 'admin@example.com');
  await page.goto('/admin/people?q=nour');
  const listed = page.getByRole('link', { name: 'Nour Numéro' });
  await expect(listed.locator('b')).toHaveText('Numéro');
  await listed.click();
  await page.getByLabel('Nom de famille').fill('NOUR');
  await page.getByLabel('Numéro dans l’établissement').fill('N° 12');
  await expect(page.getByText('Des lettres sans accent, des chiffres, et . /')).toBeVisible();
  await page.getByLabel('Numéro dans l’établissement').fill('123456789AB');
  await page.getByRole('button', { name: 'Enregistrer' }).press('Enter');
  await expect(page.getByText('Enregistré', { exact: true })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Enregistrer' })).toBeFocused();

  await page.getByLabel('Nom affiché').fill('Nour à demi tapé');
  await page.getByLabel('Ajouter à une classe').selectOption('Atelier');
  await page.getByRole('button', { name: 'Ajouter' }).click();
  await expect(page.getByText('Ajouté à Atelier')).toBeVisible();
  await page.getByRole('button', { name: 'Retirer de Atelier' }).press('Enter');
  await expect(page.getByText('Retiré de Atelier')).toBeVisible();
  await expect(page.getByLabel('Ajouter à une classe')).toBeFocused();
  await expect(page.getByLabel('Nom affiché')).toHaveValue('Nour à demi tapé');
  await page.getByLabel('Ajouter à une classe').selectOption('4e B');
  await page.getByRole('button', { name: 'Ajouter' }).click();
  await page.getByRole('link', { name: '4e B' }).click();
  const leaving = page.getByRole('dialog', { name: 'Quitter sans enregistrer' });
  await leaving.getByRole('button', { name: 'Annuler' }).click();
  await expect(page.getByLabel('Nom affiché')).toHaveValue('Nour à demi tapé');
  await page.getByRole('link', { name: '4e B' }).click();
  await leaving.getByRole('button', { name: 'Quitter sans enregistrer' }).click();
  await expect(listed.locator('b')).toHaveText('Nour');
  await page.getByRole('button', { name: 'Retirer Nour Numéro' }).click();
  await expect(page.getByRole('button', { name: 'Remettre Nour Numéro' })).toBeVisible();
});

test('a search that is not answered says so, and finds once it is', async ({ browser }) => {
  const page = await opens(browser, 'admin@example.com');
  await page.goto('/admin/people');
  await expect(page.getByRole('main').getByRole('listitem').first()).toBeVisible();
  await page.route('**/api/admin/people?*', (route) => route.abort());
  await page.getByRole('searchbox').fill('martin');
  await expect(page.getByText('Les comptes n’ont pas pu être lus')).toBeVisible();
  await expect(page.getByRole('main').getByRole('listitem')).toHaveCount(0);
  await page.unroute('**/api/admin/people?*');
  await page.getByRole('button', { name: 'Réessayer' }).click();
  await page.getByRole('link', { name: /Mme Martin/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Mme Martin' })).toBeVisible();
  await page.getByRole('link', { name: 'Personnes' }).last().click();
  await expect(page).toHaveURL(/q=martin/);
});

test('who comes back to the list finds the place that they left', async ({ browser }) => {
  const emails = Array.from(
    { length: 120 },
    (_, n) => `rang${String(n).padStart(3, '0')}@example.com`,
  );
  await enrols(emails, 'student');
  const page = await opens(browser, 'admin@example.com');
  await page.goto('/admin/people?q=rang');
  const listed = page.getByRole('main').getByRole('listitem');
  await expect
    .poll(async () => {
      await listed.last().scrollIntoViewIfNeeded();
      return listed.count();
    })
    .toBe(emails.length);
  const last = listed.getByRole('link', { name: /^Rang119/ });
  // Comes to where the click will be, so that nothing scrolls after the place is noted.
  await last.hover();
  const place = await page.evaluate(() => scrollY);
  expect(place).toBeGreaterThan(0);
  await last.click();
  await expect(page.getByRole('heading', { level: 1, name: 'Rang119' })).toBeVisible();
  await page.goBack();
  await expect(last).toBeInViewport();
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(place);
});

test('what is opened without a network appears when it is back', async ({ browser }) => {
  const page = await opens(browser, 'admin@example.com');
  await page.goto('/admin/classes');
  await page.getByRole('link', { name: /4e B/ }).click();
  const pupil = page.getByRole('link', { name: 'Aïcha D.' });
  // Once with a network: what is missing later is what stands on the page, not its code.
  await pupil.click();
  await expect(page.getByRole('heading', { level: 1, name: 'Aïcha D.' })).toBeVisible();
  await page.goBack();
  await expect(pupil).toBeVisible();
  await page.context().setOffline(true);
  await pupil.click();
  await expect(page.getByText('Les comptes apparaîtront au retour du réseau')).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Compte');
  await page.context().setOffline(false);
  await expect(page.getByRole('heading', { level: 1, name: 'Aïcha D.' })).toBeVisible();
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
  const toggle = page.getByRole('button', { name: 'Réactiver le compte' });
  await expect(toggle).toBeFocused();
  await toggle.press('Enter');
  await expect(page.getByText('Compte réactivé')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Désactiver le compte' })).toBeFocused();
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
  await page.getByLabel('Nom affiché').fill('Plus personne');
  await page.getByRole('button', { name: 'Effacer pour toujours' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Effacer pour toujours' }).click();
  await expect(page).toHaveURL(/\/admin\/people\?q=oubli$/);
  await expect(page.getByText(/^Le compte de .* est effacé$/)).toBeVisible();
  await expect(page.getByText('Personne ne correspond')).toBeVisible();
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the rooms of people pass axe, ${colorScheme}`, async ({ browser }) => {
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
        await meetsWcag(page, `${address} at ${width}`);
      }
    }
  });
}
