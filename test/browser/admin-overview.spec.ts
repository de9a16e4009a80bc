import { AxeBuilder } from '@axe-core/playwright';
import { expect, Page } from '@playwright/test';
import { enrols } from '../support/browser-database';
import { atTheTerminal, opens, signedIn } from '../support/browser-people';
import { test } from '../support/browser-test';

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const pupils = Array.from({ length: 40 }, (_, n) => `foule${n + 1}@example.com`);

/** The number under these words. */
const figure = async (page: Page, words: string) => {
  const tile = page.locator('dl > div').filter({ hasText: words });
  const text = (await tile.locator('dd').first().textContent()) ?? '';
  return Number(text.replace(/\D/g, ''));
};

/** All imports of the last hour, from the table behind the chart. */
const importsOfTheHour = async (page: Page) => {
  const table = page.getByRole('region', { name: 'La dernière heure' });
  const cells = await table.locator('td').allTextContents();
  expect(cells).toHaveLength(60);
  return cells.reduce((sum, cell) => sum + Number(cell.replace(/\D/g, '')), 0);
};

test('the numbers move while 40 pupils import, and the code that runs hot is named', async ({
  browser,
}) => {
  test.setTimeout(90_000);
  await enrols(pupils, 'student');
  await enrols(['direction@example.com'], 'admin');
  const teacher = await signedIn('prof.martin@example.com');
  const { code } = await teacher.shares('Le relief de l’Europe');
  const page = await opens(browser, 'direction@example.com');
  await page.getByRole('link', { name: 'Administration' }).first().click();
  await expect(page).toHaveURL(/\/admin\/overview/);
  await expect(page.getByRole('heading', { level: 1 })).toContainText(/Tout va bien|à regarder/);
  await page.getByText('En tableau').first().click();
  const before = await importsOfTheHour(page);

  const people = await Promise.all(pupils.map(signedIn));
  await Promise.all(people.map((person) => person.connects()));
  await expect.poll(() => figure(page, 'Personnes connectées')).toBeGreaterThanOrEqual(41);
  await Promise.all(people.map((person) => person.imports(code)));
  await expect.poll(() => figure(page, 'Imports par minute')).toBeGreaterThanOrEqual(40);
  await expect.poll(() => importsOfTheHour(page)).toBeGreaterThanOrEqual(before + 40);
  await expect(page.getByRole('link', { name: /plus que prévu/ })).toBeVisible();

  // By keyboard the chart says the same as the table behind it.
  const chart = page.getByRole('slider', { name: 'La dernière heure' });
  await chart.focus();
  await page.keyboard.press('Home');
  await expect(chart).toHaveAttribute('aria-valuenow', '0');
  await page.keyboard.press('ArrowRight');
  await expect(chart).toHaveAttribute('aria-valuenow', '1');
  await expect(chart).toHaveAttribute('aria-valuetext', / — \d+$/);

  for (const person of people) person.leaves();
  await expect.poll(() => figure(page, 'Personnes connectées')).toBeLessThan(40);
  await atTheTerminal('user:role', '--email', 'direction@example.com', '--role', 'teacher');
  await expect(page).toHaveURL(/\/sign-in/);
});

test('numbers that no longer come are greyed, with their time', async ({ browser }) => {
  const page = await opens(browser, 'admin@example.com');
  await page.goto('/admin/overview');
  await expect(page.getByRole('heading', { level: 1 })).toContainText(/Tout va bien|à regarder/);
  await page.context().setOffline(true);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Ces chiffres datent de');
  await page.context().setOffline(false);
  await expect(page.getByRole('heading', { level: 1 })).toContainText(/Tout va bien|à regarder/);
});

test('pupils and teachers find no such room', async ({ browser }) => {
  for (const email of ['eleve03@example.com', 'prof.martin@example.com']) {
    const page = await opens(browser, email);
    await page.goto('/admin/overview');
    await expect(page.getByText('Personnes connectées')).toBeHidden();
  }
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the overview passes axe, ${colorScheme}`, async ({ browser }) => {
    test.setTimeout(60_000);
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
      const { violations } = await new AxeBuilder({ page }).withTags(WCAG).analyze();
      const told = violations.map(
        ({ id, nodes }) => `${id}: ${nodes.map((n) => n.html).join(' ')}`,
      );
      expect(told, `${width}`).toEqual([]);
      const sideways = await page.evaluate(
        () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
      );
      expect(sideways, `${width}`).toBe(false);
      await page.screenshot({
        path: `test-results/browser/overview-${colorScheme}-${width}.png`,
        fullPage: true,
      });
    }
  });
}
