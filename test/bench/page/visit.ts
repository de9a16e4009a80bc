import type { Browser, BrowserContext, CDPSession, Page } from '@playwright/test';
import { Findings, probe } from './probe';

export interface Visitor {
  /** Where the server is. */
  url: string;
  cookie: { name: string; value: string };
  /** How many times slower than this machine the device is. */
  slowdown: number;
}

/** A page in a browser that has never been here: nothing cached, signed in by its cookie. */
export class Visit {
  private constructor(
    private readonly context: BrowserContext,
    readonly page: Page,
    private readonly devtools: CDPSession,
  ) {}

  static async open(browser: Browser, { url, cookie, slowdown }: Visitor): Promise<Visit> {
    const viewport = { width: 1_280, height: 800 };
    const context = await browser.newContext({ baseURL: url, locale: 'fr-FR', viewport });
    await context.addCookies([
      {
        ...cookie,
        domain: new URL(url).hostname,
        path: '/api/auth',
        httpOnly: true,
        sameSite: 'Strict',
      },
    ]);
    // What the compiler of this program calls in each function, and the page does not have.
    await context.addInitScript({ content: 'globalThis.__name = (named) => named;' });
    await context.addInitScript(probe);
    const page = await context.newPage();
    const devtools = await context.newCDPSession(page);
    // In the origin's own process, which is the one to be slowed down.
    await page.goto('/api/health/live');
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
    return new Visit(context, page, devtools);
  }

  /** Opens the list; answers after how many milliseconds it could be used. */
  async opensList(): Promise<number> {
    await this.page.goto('/collections', { waitUntil: 'commit' });
    await this.soon(this.page.evaluate(() => window.once(({ usableAt }) => usableAt > 0)));
    return (await this.findings()).usableAt;
  }

  /** Until the tile of this collection is on the screen; answers how long that took since its event. */
  async shows(collectionId: string): Promise<number> {
    await this.soon(
      this.page.evaluate((id) => window.once(({ painted }) => id in painted), collectionId),
    );
    return (await this.findings()).painted[collectionId] ?? NaN;
  }

  /** Until the page has been told so many events. */
  async hears(seq: number): Promise<void> {
    const heard = this.page.evaluate((last) => window.once((found) => found.seq >= last), seq);
    await this.soon(heard, 300);
  }

  /** Until events come as they happen. */
  async isLive(): Promise<void> {
    await this.page.getByText('En direct').first().waitFor();
  }

  findings(): Promise<Findings> {
    return this.page.evaluate(() => window.findings);
  }

  /** Bytes of JavaScript's heap, once what nobody needs is gone. */
  async heap(): Promise<number> {
    for (let n = 0; n < 3; n += 1) await this.devtools.send('HeapProfiler.collectGarbage');
    return (await this.devtools.send('Runtime.getHeapUsage')).usedSize;
  }

  async close(): Promise<void> {
    await this.context.close();
  }

  private async soon<T>(waited: Promise<T>, seconds = 30): Promise<T> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error('the page did not get there')), seconds * 1_000);
    });
    return Promise.race([waited, late]).finally(() => clearTimeout(timer));
  }
}
