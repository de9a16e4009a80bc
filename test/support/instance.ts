import type { AddressInfo } from 'node:net';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Settings } from '../../backend/src/config/settings';
import { createApp } from '../../backend/src/create-app';

/** One running Cartable, in this process. */
export class Instance {
  private stopping: Promise<void> | undefined;

  private constructor(
    readonly app: NestExpressApplication,
    readonly url: string,
  ) {}

  static async start(settings: Settings): Promise<Instance> {
    const app = await createApp(settings);
    await app.listen(0, '127.0.0.1');
    const { port } = app.getHttpServer().address() as AddressInfo;
    return new Instance(app, `http://127.0.0.1:${port}`);
  }

  stop(): Promise<void> {
    return (this.stopping ??= this.app.close());
  }
}
