import { startServer } from './server';

/** One server for all browser tests; returns what stops it. */
export default async function browserSetup(): Promise<() => Promise<void>> {
  const { url, dataDir, stop } = await startServer();
  process.env.CARTABLE_URL = url;
  process.env.CARTABLE_DATA_DIR = dataDir;
  return stop;
}
