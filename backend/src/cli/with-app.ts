import type { INestApplicationContext } from '@nestjs/common';
import { configFromEnvironment } from '../config/config';
import { createApp } from '../create-app';
import { prepare } from '../prepare';

/** Lets a command use the application's services; it does not listen, and is closed again. */
export async function withApp<T>(act: (app: INestApplicationContext) => Promise<T>): Promise<T> {
  const { settings, release } = await prepare({ ...configFromEnvironment(), logLevel: 'error' });
  try {
    const app = await createApp({ ...settings, logLevel: 'error' });
    try {
      await app.init();
      return await act(app);
    } finally {
      await app.close();
    }
  } finally {
    await release();
  }
}
