import { AxeBuilder } from '@axe-core/playwright';
import { expect } from '@playwright/test';
import { opens, server, signedIn } from '../support/browser-people';
import { test } from '../support/browser-test';

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

for (const colorScheme of ['light', 'dark'] as const) {
  test(`every page passes axe, ${colorScheme}`, async ({ browser }) => {
    const teacher = await signedIn('prof.martin@example.com');
    const { code, collection } = await teacher.shares(`Accessible ${colorScheme}`);
    const page = await opens(browser, 'prof.martin@example.com', {
      colorScheme,
      reducedMotion: 'reduce',
    });
    const addresses = [
      '/collections',
      `/collections/${collection.id}`,
      `/collections/${collection.id}/edit`,
      `/collections/${collection.id}/share`,
      `/codes/${code}/board?collection=${collection.id}`,
      '/i',
      `/i/${code}`,
      '/notifications',
      '/profile',
      '/nowhere',
    ];
    for (const width of [1280, 390]) {
      await page.setViewportSize({ width, height: 800 });
      for (const address of addresses) {
        await page.goto(address);
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
        const { violations } = await new AxeBuilder({ page }).withTags(WCAG).analyze();
        const told = violations.map(
          ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`,
        );
        expect(told, `${address} at ${width}`).toEqual([]);
        const name = address
          .split('?')[0]
          ?.replaceAll('/', '-')
          .replace(collection.id, 'id')
          .replace(code, 'code');
        await page.screenshot({ path: `test-results/browser/${colorScheme}-${width}${name}.png` });
      }
    }
  });
}

test('the sign-in page passes axe', async ({ browser }) => {
  const page = await (await browser.newContext({ baseURL: server() })).newPage();
  await page.goto('/sign-in');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  expect((await new AxeBuilder({ page }).withTags(WCAG).analyze()).violations).toEqual([]);
});
