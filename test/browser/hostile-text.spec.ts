import { Browser, BrowserContext, expect, Page } from '@playwright/test';
import type { ShareCode } from '@cartable/contract';
import { opens, tile } from '../support/browser-people';
import { test } from '../support/browser-test';
import { hostileNames, hostileTexts, plainOnCards } from '../support/hostile-texts';
import { Person } from '../support/person';
import { DEMO_PASSWORD, Server, startServer } from '../support/server';

const SCREEN = { width: 1280, height: 900 };
/** A long list takes many screens. */
const READING_MS = 30_000;
const PUPILS = 12;

/** What nothing that a person wrote may become. `class` and `style` of Angular's own are not looked at. */
const FORBIDDEN =
  'script:not([src]), script[src*="evil"], iframe, object, embed, base, marquee, video, audio, img:not([src^="data:"]), meta[http-equiv], a[href^="javascript" i], a[href^="data:" i], a[href*="evil.example"]:not([rel~="noopener"]), [onerror], [onload], [onfocus], [onclick], [onmouseover], [ontoggle], [onbegin], [onstart]';

let server: Server;
let teacher: Person;
let pupils: Person[];
let reading: { id: string; code: string };

const person = (email: string) => new Person(server.url, email, DEMO_PASSWORD).signIn();
const squeezed = (text: string) => text.replace(/\s+/g, ' ').trim();
const titles = hostileTexts.map((text) => text.trim());

test.beforeAll(async () => {
  expect(hostileTexts.length).toBeGreaterThanOrEqual(60);
  server = await startServer();
  teacher = await person('prof.martin@example.com');
  await teacher.does('PATCH', '/me', { displayName: hostileNames[0] });
  pupils = [];
  for (let n = 1; n <= PUPILS; n += 1) {
    const pupil = await person(`eleve${String(n).padStart(2, '0')}@example.com`);
    await pupil.does('PATCH', '/me', { displayName: hostileNames[n * 5] ?? hostileNames[n] });
    pupils.push(pupil);
  }
  const made = await teacher.makes(
    titles[0] ?? '',
    hostileTexts.map((text) => ({ front: text, back: text })),
  );
  await teacher.does('PATCH', `/collections/${made.id}`, { rev: 1, description: titles[1] });
  reading = { id: made.id, code: (await share(made.id, titles[2] ?? '')).code };
});
test.afterAll(() => server.stop());

const share = (id: string, message: string) =>
  teacher.does<ShareCode>('POST', `/collections/${id}/share-codes`, { message });

/** What a page did that its author did not mean: dialogs, refused scripts, requests to others, marks left. */
class Watch {
  readonly seen: string[] = [];

  async over(context: BrowserContext): Promise<void> {
    await context.exposeBinding('cartableViolation', (_source, what: string) => {
      this.seen.push(`violation: ${what}`);
    });
    await context.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', (event) => {
        const report = (globalThis as unknown as { cartableViolation: (what: string) => void })
          .cartableViolation;
        report(`${event.effectiveDirective} ${event.blockedURI} ${event.sample}`);
      });
    });
    context.on('dialog', (dialog) => {
      this.seen.push(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    context.on('request', (request) => {
      if (!request.url().startsWith(server.url) && !/^(data|blob):/.test(request.url())) {
        this.seen.push(`request: ${request.url()}`);
      }
    });
  }

  /** All of this stands on the page, which draws of a long list what is near the screen, and nothing on the way down happened. */
  async reads(page: Page, texts: readonly (string | undefined)[]): Promise<void> {
    let unread = [...texts];
    await expect
      .poll(
        async () => {
          const all = await words(page);
          unread = unread.filter((text) => !all.includes(squeezed(text ?? '')));
          await this.finds(page);
          if (unread.length > 0) await page.evaluate(screenDown);
          return unread;
        },
        { intervals: [100], timeout: READING_MS },
      )
      .toEqual([]);
    await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
  }

  /** Nothing happened on this page up to now, and nothing stands there that could. */
  async finds(page: Page): Promise<void> {
    const marks = await page.evaluate((forbidden) => {
      const found = Array.from(
        document.querySelectorAll(forbidden),
        (element) => element.outerHTML,
      );
      return '__xss' in globalThis ? [...found, '__xss was set'] : found;
    }, FORBIDDEN);
    expect([...this.seen, ...marks]).toEqual([]);
  }
}

async function enters(browser: Browser, email: string): Promise<{ page: Page; watch: Watch }> {
  const watch = new Watch();
  const page = await opens(browser, email, { baseURL: server.url, viewport: SCREEN });
  await watch.over(page.context());
  await page.reload();
  return { page, watch };
}

/** To the next screen of the page, and from the last one back to the first. */
function screenDown(): void {
  const before = scrollY;
  scrollBy({ top: innerHeight / 2, behavior: 'instant' });
  if (scrollY === before) scrollTo({ top: 0, behavior: 'instant' });
}

/** Everything that stands on the page: text, and what its fields hold. */
const words = async (page: Page) =>
  squeezed(
    await page.evaluate(() =>
      [
        document.title,
        document.body.textContent,
        ...Array.from(
          document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input, textarea'),
          ({ value }) => value,
        ),
      ].join(' '),
    ),
  );

test('the page comes with a policy that lets nothing but its own script run', async ({
  browser,
}) => {
  const { page, watch } = await enters(browser, 'admin@example.com');
  const headers = (await page.goto('/collections'))?.headers() ?? {};
  const policy = (headers['content-security-policy'] ?? '').split(';');
  for (const directive of [
    "script-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "form-action 'self'",
    "require-trusted-types-for 'script'",
    'trusted-types angular angular#bundler dompurify',
  ]) {
    expect(policy).toContain(directive);
  }
  await watch.finds(page);
  const refused = await page.evaluate(() => {
    const { body } = document;
    const ways = [
      () => (document.createElement('script').textContent = 'top.__xss = 1'),
      () => (document.createElement('script').src = 'https://evil.example/x.js'),
      () => (body.innerHTML += '<img src=x onerror="top.__xss = 1">'),
      () => body.insertAdjacentHTML('beforeend', '<svg onload="top.__xss = 1">'),
      () => body.setAttribute('onclick', 'top.__xss = 1'),
      () => new DOMParser().parseFromString('<p>', 'text/html'),
    ];
    return ways.map((way) => {
      try {
        way();
        return 'let through';
      } catch (error) {
        return (error as Error).name;
      }
    });
  });
  expect(refused).toEqual(Array(6).fill('TypeError'));
  await expect.poll(() => watch.seen.length).toBe(6);
  expect(await page.evaluate(() => '__xss' in globalThis)).toBe(false);
});

test('nothing runs in what arrives: toasts, the list, the notifications', async ({ browser }) => {
  const [pupil] = pupils as [Person];
  const { page, watch } = await enters(browser, pupil.email);
  await expect(page.getByText('En direct')).toBeVisible();
  const arrives = async (title: string) => {
    const { id } = await teacher.makes(title);
    await pupil.imports((await share(id, title)).code);
  };
  for (const title of titles) await arrives(title);
  await watch.reads(page, titles);
  for (const title of titles.filter((_, n) => n % 7 === 0)) {
    const toast = page.getByRole('status').filter({ hasText: squeezed(title) });
    await arrives(title);
    await expect(toast.getByText('Ouvrir').first()).toBeVisible();
    await watch.finds(page);
  }
  await page.goto('/notifications');
  await watch.reads(page, [...titles, hostileNames[0]]);
  await page.goto('/profile');
  await watch.reads(page, [pupil.email]);
});

test('nothing runs in what is imported, read and studied', async ({ browser }) => {
  const { page, watch } = await enters(browser, 'eleve02@example.com');
  await page.goto(`/i/${reading.code}`);
  await watch.reads(page, [titles[0], hostileNames[0], titles[2]]);
  await page.getByRole('button', { name: 'Ajouter à mes collections' }).click();
  await page.waitForURL(/\/collections\/[0-9a-f-]{36}/);
  await watch.reads(page, [titles[0], titles[1], hostileNames[0], ...plainOnCards]);
  await page.getByRole('button', { name: 'Réviser' }).click();
  for (let n = 1; n <= hostileTexts.length; n += 1) {
    await expect(page.getByText(`${n} / ${hostileTexts.length}`)).toBeVisible();
    await page.keyboard.press(' ');
    await watch.finds(page);
    await page.keyboard.press('ArrowRight');
  }
  const links = await page
    .locator('app-card-face a[href]')
    .evaluateAll((all) =>
      all.map((link) => [(link as HTMLAnchorElement).protocol, (link as HTMLAnchorElement).rel]),
    );
  for (const [protocol, rel] of links) {
    expect(protocol).toMatch(/^(https?|mailto):$/);
    expect(rel).toContain('noopener');
  }
});

test('nothing runs in what is written, previewed, shared and projected', async ({ browser }) => {
  const { page, watch } = await enters(browser, teacher.email);
  await page.goto(`/collections/${reading.id}/edit`);
  await watch.reads(page, [titles[0], titles[1], ...hostileTexts.slice(0, 10)]);
  const front = page.getByRole('group', { name: 'Carte 1', exact: true }).getByLabel('Recto');
  for (const text of hostileTexts) {
    await front.fill(text);
    await watch.finds(page);
  }
  await page.getByRole('button', { name: 'Coller des cartes' }).click();
  const lines = hostileTexts.filter((text) => !/[\n;\t,]/.test(text));
  await page
    .getByRole('textbox', { name: 'Lignes' })
    .fill(lines.map((l) => `${l};${l}`).join('\n'));
  await watch.finds(page);

  for (const pupil of pupils) await pupil.imports(reading.code);
  await page.goto(`/collections/${reading.id}/share`);
  await watch.reads(page, [titles[0], titles[2]]);
  await page.goto(`/codes/${reading.code}/board?collection=${reading.id}`);
  await page.getByRole('button', { name: 'Montrer les prénoms' }).click();
  await watch.reads(page, titles.slice(0, 1));
  const names = await Promise.all(
    pupils.map((pupil) => pupil.does<{ displayName: string }>('GET', '/me')),
  );
  await watch.reads(
    page,
    names.map(({ displayName }) => displayName.split(/\s+/)[0]),
  );
  await page.goto('/collections');
  await expect(tile(page, titles[0] ?? '').first()).toBeVisible();
  await watch.finds(page);
});
