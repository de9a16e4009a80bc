import { existsSync } from 'node:fs';
import { chromium, LaunchOptions } from '@playwright/test';

const INSTALLED = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/microsoft-edge',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
];

const QUIET = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

/** The one from the npm registry, which runs on a bare Debian. It looks for its home in this variable when it is loaded. */
async function fromRegistry(): Promise<LaunchOptions> {
  process.env.AWS_EXECUTION_ENV ??= 'AWS_Lambda_nodejs20.x';
  const { default: packed } = await import('@sparticuz/chromium');
  // In a single process the whole browser ends with the first context that is closed.
  const args = packed.args.filter((argument) => argument !== '--single-process');
  return { executablePath: await packed.executablePath(), args };
}

/** A Chromium: PW_CHROMIUM_PATH, Playwright's own, one that is installed, or the one from the npm registry. */
export async function findChromium(): Promise<LaunchOptions> {
  const candidates = [process.env.PW_CHROMIUM_PATH, chromium.executablePath(), ...INSTALLED];
  const executablePath = candidates.find(
    (path) => path !== undefined && path !== '' && existsSync(path),
  );
  const found = executablePath ? { executablePath, args: [] } : await fromRegistry();
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return {
    executablePath: found.executablePath,
    args: [...(found.args ?? []), ...QUIET, ...sandbox],
  };
}
