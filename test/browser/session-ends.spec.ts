import { expect, Page } from '@playwright/test';
import { atTheTerminal, opens } from '../support/browser-people';
import { test } from '../support/browser-test';

const said = (page: Page, words: string) =>
  expect(page.getByRole('main').getByText(words)).toBeVisible();

test('who is disabled is led to the door at once, told why, and does not come in again', async ({
  browser,
}) => {
  const email = 'eleve21@example.com';
  const page = await opens(browser, email);
  await atTheTerminal('user:disable', '--email', email);
  await expect(page).toHaveURL(/\/sign-in/);
  await said(page, 'Votre compte a été désactivé.');
  await page.reload();
  await expect(page).toHaveURL(/\/sign-in/);
  await atTheTerminal('user:enable', '--email', email);
  await opens(browser, email);
});

test('whose session ended while the device slept is told why when it wakes', async ({
  browser,
}) => {
  const email = 'eleve22@example.com';
  const page = await opens(browser, email);
  await page.context().setOffline(true);
  await atTheTerminal('user:role', '--email', email, '--role', 'teacher');
  await page.context().setOffline(false);
  await expect(page).toHaveURL(/\/sign-in/, { timeout: 15_000 });
  await said(page, 'Votre rôle a changé.');
  await opens(browser, email);
});
