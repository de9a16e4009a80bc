import { rm } from 'node:fs/promises';

export default async function globalTeardown(): Promise<void> {
  const cluster = globalThis.cartableCluster;
  if (!cluster) return;
  await cluster.postgres.stop();
  await rm(cluster.dataDir, { recursive: true, force: true });
}
