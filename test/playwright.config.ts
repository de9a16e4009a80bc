import { defineConfig } from '@playwright/test';
import { findChromium } from './support/chromium';

export default (async () =>
  defineConfig({
    testDir: 'browser',
    testMatch: '*.spec.ts',
    globalSetup: './support/browser-setup.ts',
    outputDir: '../test-results/browser',
    reporter: [['list'], ['json']],
    workers: 1,
    retries: 0,
    timeout: 45_000,
    expect: { timeout: 10_000 },
    use: {
      launchOptions: await findChromium(),
      locale: 'fr-FR',
      screenshot: 'only-on-failure',
      trace: 'retain-on-failure',
    },
  }))();
