import { test as base } from '@playwright/test';

/** A test after which no page is left open: nobody’s sockets count against the next one, and no page takes its time. */
export const test = base.extend<{ leaving: void }>({
  leaving: [
    async ({ browser }, use) => {
      await use();
      await Promise.all(browser.contexts().map((context) => context.close()));
    },
    { auto: true },
  ],
});
