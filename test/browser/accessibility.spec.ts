import { expect } from '@playwright/test';
import { meetsWcag } from '../support/browser-axe';
import { opens, server, signedIn } from '../support/browser-people';
import { test } from '../support/browser-test';

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
        await meetsWcag(page, `${address} at ${width}`);
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
  await meetsWcag(page, 'the sign-in page');
});
