import { expect } from '@playwright/test';
import { meetsWcag } from '../support/browser-axe';
import { opens, signedIn } from '../support/browser-people';
import { test } from '../support/browser-test';

test('the chart says by keyboard what the table behind it says', async ({ browser }) => {
  const { code } = await (await signedIn('prof.martin@example.com')).shares('À compter');
  await (await signedIn('eleve01@example.com')).imports(code);
  const page = await opens(browser, 'admin@example.com');
  await page.goto('/admin/overview');
  await page.getByText('En tableau').first().click();
  const rows = page.getByRole('region', { name: 'La dernière heure' }).locator('tbody tr');
  await expect(rows).toHaveCount(60);
  await expect(rows.filter({ has: page.getByRole('cell', { name: /[1-9]/ }) })).not.toHaveCount(0);
  const chart = page.getByRole('slider', { name: 'La dernière heure' });
  for (const [key, bar] of [
    ['Home', 0],
    ['ArrowRight', 1],
    ['End', 59],
    ['ArrowLeft', 58],
  ] as const) {
    await chart.press(key);
    await expect(chart).toHaveAttribute('aria-valuenow', `${bar}`);
    // Both move on when a minute begins.
    await expect(async () => {
      const row = await rows.nth(bar).locator('th, td').allInnerTexts();
      expect(await chart.getAttribute('aria-valuetext')).toBe(row.join(' — '));
    }).toPass({ timeout: 10_000 });
  }
});

test('numbers that no longer come are greyed, with their time', async ({ browser }) => {
  const page = await opens(browser, 'admin@example.com');
  await page.goto('/admin/overview');
  await expect(page.getByRole('heading', { level: 1 })).toContainText(/Tout va bien|à regarder/);
  await page.context().setOffline(true);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Ces chiffres datent de');
  await meetsWcag(page, 'the overview, offline');
  await page.context().setOffline(false);
  await expect(page.getByRole('heading', { level: 1 })).toContainText(/Tout va bien|à regarder/);
});

test('pupils and teachers find no such room', async ({ browser }) => {
  for (const email of ['eleve03@example.com', 'prof.martin@example.com']) {
    const page = await opens(browser, email);
    await page.goto('/admin/overview');
    await expect(page.getByRole('heading', { level: 1, name: 'Page introuvable' })).toBeVisible();
  }
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the overview passes axe, ${colorScheme}`, async ({ browser }) => {
    const page = await opens(browser, 'admin@example.com', {
      colorScheme,
      reducedMotion: 'reduce',
    });
    for (const width of [1280, 390]) {
      await page.setViewportSize({ width, height: 900 });
      await page.goto('/admin/overview');
      await expect(page.getByRole('slider')).toHaveCount(3);
      for (const one of await page.getByText('En tableau').all()) await one.click();
      await page.getByRole('heading', { level: 1 }).scrollIntoViewIfNeeded();
      await meetsWcag(page, `the overview at ${width}`);
      await page.screenshot({
        path: `test-results/browser/overview-${colorScheme}-${width}.png`,
        fullPage: true,
      });
    }
  });
}
