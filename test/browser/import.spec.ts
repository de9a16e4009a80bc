import { expect } from '@playwright/test';
import { opens, signedIn, tile } from '../support/browser-people';
import { test } from '../support/browser-test';

test('an import shows on the pupil’s other device, without a reload, and stays', async ({
  browser,
}) => {
  const teacher = await signedIn('prof.martin@example.com');
  const { code } = await teacher.shares('Les marées', { message: 'À réviser' });
  const laptop = await opens(browser, 'etudiant.test@example.com');
  const phone = await opens(browser, 'etudiant.test@example.com', {
    viewport: { width: 390, height: 780 },
  });

  await phone.goto('/i');
  await phone.getByLabel('Code de partage').pressSequentially(code.toLowerCase().replace('-', ''));
  await expect(phone.getByText('À réviser')).toBeVisible();
  await phone.getByRole('button', { name: 'Ajouter à mes collections' }).click();
  await expect(tile(laptop, 'Les marées')).toBeVisible({ timeout: 2_000 });
  await expect(
    laptop.getByRole('status').filter({ hasText: 'Les marées' }).getByText('Ouvrir'),
  ).toBeVisible();
  await expect(phone).toHaveURL(/\/collections\/[0-9a-f-]{36}/);
  await laptop.screenshot({ path: 'test-results/browser/imported.png' });

  await laptop.reload();
  await expect(tile(laptop, 'Les marées')).toHaveCount(1);
  await laptop.goto('/notifications');
  await expect(laptop.getByText('Les marées').first()).toBeVisible();
});

test('wrong codes are told apart, and what was typed stays', async ({ browser }) => {
  const page = await opens(browser, 'eleve02@example.com', {
    viewport: { width: 390, height: 780 },
  });
  await page.goto('/i');
  const field = page.getByLabel('Code de partage');
  await field.fill('BKRT-A');
  await expect(page.getByText('Un code n’a ni chiffre ni voyelle')).toBeVisible();
  await expect(field).toHaveValue(/A$/);
  const unknown = page.getByText('Code inconnu ou expiré');
  for (const last of ['K', 'L', 'M', 'N', 'P']) {
    await field.fill('');
    await expect(unknown).toBeHidden();
    await field.pressSequentially(`BCDFGHJ${last}`);
    await expect(unknown).toBeVisible();
  }
  await field.fill('');
  await field.pressSequentially('BCDFGHJQ');
  await expect(page.getByText('Trop d’essais')).toBeVisible();
  await page.screenshot({ path: 'test-results/browser/too-many.png' });
});

test('offline, one goes on; back again, what happened meanwhile arrives in one toast', async ({
  browser,
}) => {
  const teacher = await signedIn('prof.martin@example.com');
  const pupil = await signedIn('eleve03@example.com');
  const page = await opens(browser, 'eleve03@example.com');
  await expect(page.getByText('En direct')).toBeVisible();
  await page.context().setOffline(true);
  await expect(page.getByText('Hors ligne — vous pouvez réviser')).toBeVisible();
  for (const title of ['Un', 'Deux', 'Trois']) {
    const { code } = await teacher.shares(`Tunnel ${title}`);
    await pupil.imports(code);
  }
  // The page takes for missed what comes soon after it is connected, however long that takes on a busy machine.
  await page.clock.setFixedTime(new Date());
  await page.context().setOffline(false);
  await expect(page.getByText('3 nouveautés')).toBeVisible();
  for (const title of ['Un', 'Deux', 'Trois'])
    await expect(tile(page, `Tunnel ${title}`)).toHaveCount(1);
});

test('a session that ended says so, and the code survives signing in again', async ({
  browser,
}) => {
  const teacher = await signedIn('prof.martin@example.com');
  const { code } = await teacher.shares('Après la pause');
  const page = await opens(browser, 'eleve04@example.com');
  await page.context().request.post('/api/auth/logout');
  await expect(page.getByText('Reconnectez-vous').first()).toBeVisible();
  await page.goto(`/i/${code}`);
  await page.getByLabel('Adresse e-mail').fill('eleve04@example.com');
  await page.getByLabel('Mot de passe', { exact: true }).fill('only for this test run');
  await page.getByRole('button', { name: 'Se connecter' }).click();
  await expect(page.getByText('Après la pause')).toBeVisible();
});
