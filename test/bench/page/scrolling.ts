import type { Page } from '@playwright/test';

/** It takes a sixth of this; a page whose end flees would be scrolled for ever. */
const MOST_MS = 60_000;
/** As fast as a strong flick: all 2,000 cards pass in about ten seconds. */
const PIXELS_A_SECOND = 10_000;

export interface Scrolled {
  /** How long each frame stood, in milliseconds. */
  frames: number[];
  /** Cards that were shown on the way's last screen: the end was reached. */
  lastScreen: number;
}

/** Scrolls the page from its top to its end, by the clock: a frame that takes long makes the next step longer. */
export function scrollThrough(page: Page): Promise<Scrolled> {
  return page.evaluate(
    async ([speed, most]) => {
      const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
      const end = () => document.documentElement.scrollHeight - innerHeight;
      const frames: number[] = [];
      await frame();
      let before = await frame();
      const begun = before;
      while (scrollY < end() - 1) {
        const now = await frame();
        frames.push(now - before);
        scrollTo({ top: scrollY + ((now - before) / 1_000) * speed, behavior: 'instant' });
        before = now;
        if (now - begun > most) throw new Error(`not at the end after ${most} ms`);
      }
      await frame();
      return { frames, lastScreen: document.querySelectorAll('app-flip-card').length };
    },
    [PIXELS_A_SECOND, MOST_MS] as const,
  );
}
