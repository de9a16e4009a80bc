import { expect } from '@playwright/test';
import { meetsWcag } from '../support/browser-axe';
import { opens, signedIn, tile } from '../support/browser-people';
import { test } from '../support/browser-test';

test('a pupil reports a collection, an administrator hides it and gives it back, and all of it is written down', async ({
  browser,
}) => {
  const title = 'Les volcans douteux';
  const teacher = await signedIn('prof.martin@example.com');
  const { code } = await teacher.shares(title);
  const [pupil, classmate] = [
    await opens(browser, 'eleve17@example.com'),
    await opens(browser, 'eleve18@example.com'),
  ];
  await (await signedIn('eleve17@example.com')).imports(code);
  await (await signedIn('eleve18@example.com')).imports(code);

  const admin = await opens(browser, 'admin@example.com');
  await admin.goto('/admin/content');
  await expect(admin.getByRole('heading', { level: 1 })).toBeVisible();

  await tile(pupil, title).click();
  await pupil.getByRole('button', { name: 'Signaler' }).click();
  await pupil.getByLabel('C’est copié sans permission').check();
  await pupil.getByLabel('Précisions').fill('C’est le manuel, page 12.');
  await pupil.getByRole('button', { name: 'Envoyer le signalement' }).click();
  await expect(pupil.getByText('L’administration est prévenue.')).toBeVisible();

  const owner = await opens(browser, 'prof.martin@example.com');
  // Without a reload: the queue is live.
  await admin.getByRole('link', { name: title }).click();
  await expect(admin.getByText('C’est le manuel, page 12.')).toBeVisible();
  await admin.getByRole('button', { name: 'Masquer' }).click();
  await admin.getByLabel('Explication pour son auteur').fill('Citez votre source.');
  await admin.getByRole('button', { name: 'Masquer la collection' }).click();
  // First, since it goes by itself.
  await expect(classmate.getByText('a été masquée par l’administration')).toBeVisible();
  await expect(tile(classmate, title)).toBeHidden();
  await expect(admin.getByText('La collection est masquée.')).toBeVisible();
  await expect(tile(owner, title)).toContainText('masquée');
  await owner.goto('/notifications');
  await expect(owner.getByText('Citez votre source.')).toBeVisible();

  await admin.getByRole('button', { name: 'Rétablir' }).click();
  await expect(tile(classmate, title)).toBeVisible();

  await admin.getByRole('link', { name: 'Ce qui s’est passé' }).click();
  const lines = admin.getByRole('row');
  await expect(lines.filter({ hasText: 'a signalé' })).toHaveCount(1);
  await expect(lines.filter({ hasText: 'a masqué' })).toContainText(title);
  await expect(lines.filter({ hasText: 'a rétabli' })).toHaveCount(1);
});

test('what is asked of a room stands in its address, and what could not be read comes with the network', async ({
  browser,
}) => {
  const page = await opens(browser, 'admin@example.com');
  await page.goto('/admin/audit');
  await page.getByLabel('Action').selectOption('connexion');
  await page.getByRole('button', { name: 'Seulement ce qu’a fait Camille Admin' }).first().click();
  await expect(page).toHaveURL(/act=session.opened/);
  await page.reload();
  await expect(page.getByLabel('Action')).toHaveValue('session.opened');
  const chosen = page.locator('form').getByText('Camille Admin');
  await expect(chosen).toBeVisible();
  await page.getByRole('button', { name: 'Ne plus choisir par qui' }).click();
  await expect(page.getByLabel('Par (')).toHaveValue('');
  await page.getByRole('button', { name: 'Tout montrer' }).click();
  await expect(page).toHaveURL(/\/admin\/audit$/);

  await page.getByRole('link', { name: 'Signalements' }).click();
  await page.getByRole('radio', { name: 'Masquées' }).check();
  await expect(page).toHaveURL(/state=hidden/);
  await page.getByRole('link', { name: 'Codes', exact: true }).click();
  await expect(page).toHaveURL(/\/admin\/codes/);
  await page.goBack();
  await expect(page.getByRole('radio', { name: 'Masquées' })).toBeChecked();
  await page.goto('/admin/content/xyz');
  await expect(page.getByText('Cette collection n’est pas signalée')).toBeVisible();

  const days = page.getByLabel('Journal de l’administration');
  // Once with a network: what is missing later is what stands on the page, not its code.
  await page.getByRole('link', { name: 'Réglages' }).click();
  await expect(days).toHaveValue('365');
  await page.goBack();
  await page.context().setOffline(true);
  await page.getByRole('link', { name: 'Réglages' }).click();
  await expect(page.getByRole('heading', { name: 'Hors ligne' })).toBeVisible();
  await page.context().setOffline(false);
  await expect(days).toHaveValue('365');
});

test('what is kept for a shorter time is first said to be erased', async ({ browser }) => {
  const page = await opens(browser, 'admin@example.com');
  await page.goto('/admin/settings');
  const days = page.getByLabel('Journal de l’administration');
  const isKept = async (wanted: string) => {
    await page.reload();
    await expect(days).toHaveValue(wanted);
  };
  const shortens = async () => {
    await days.fill('300');
    await page.getByRole('button', { name: 'Enregistrer' }).click();
    const question = page.getByRole('dialog', { name: 'Effacer pour toujours ?' });
    await expect(question).toContainText('de plus de 300 jours');
    return question;
  };
  await expect(days).toHaveValue('365');
  await (await shortens()).getByRole('button', { name: 'Annuler' }).click();
  await isKept('365');
  await (await shortens()).getByRole('button', { name: 'Enregistrer et effacer' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Enregistré' })).toBeVisible();
  await isKept('300');
  await days.fill('365');
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Enregistré' })).toBeVisible();
  await isKept('365');
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the rooms for reports, audit and settings pass axe, ${colorScheme}`, async ({
    browser,
  }) => {
    const teacher = await signedIn('prof.martin@example.com');
    const { code, collection } = await teacher.shares(`À examiner ${colorScheme}`);
    const pupil = await signedIn('eleve19@example.com');
    await pupil.imports(code);
    await pupil.does('POST', `/collections/${collection.id}/reports`, {
      reason: 'wrong',
      comment: 'La carte 1 dit le contraire de la leçon.',
    });
    const page = await opens(browser, 'admin@example.com', {
      colorScheme,
      reducedMotion: 'reduce',
    });
    for (const width of [1280, 390]) {
      await page.setViewportSize({ width, height: 800 });
      for (const address of [
        '/admin/content',
        `/admin/content/${collection.id}`,
        '/admin/audit',
        '/admin/settings',
      ]) {
        await page.goto(address);
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
        await expect(page.locator('.sheet').first()).toBeVisible();
        await meetsWcag(page, `${address} at ${width}`);
        const name = address.replaceAll('/', '-').replace(collection.id, 'id');
        await page.screenshot({
          path: `test-results/browser/${colorScheme}-${width}${name}.png`,
        });
      }
    }
  });
}

test('the rooms are not there for a teacher', async ({ browser }) => {
  const page = await opens(browser, 'prof.martin@example.com');
  for (const room of ['content', 'audit', 'settings']) {
    await page.goto(`/admin/${room}`);
    await expect(page.getByRole('heading', { level: 1, name: 'Page introuvable' })).toBeVisible();
  }
});
