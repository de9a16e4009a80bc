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
    // For who hangs. What a test waits for has a shorter limit of its own, and a busy machine is no fault.
    timeout: 120_000,
    expect: { timeout: 10_000 },
    use: {
      launchOptions: await findChromium(),
      locale: 'fr-FR',
      screenshot: 'only-on-failure',
      trace: 'retain-on-failure',
    },
  }))();
