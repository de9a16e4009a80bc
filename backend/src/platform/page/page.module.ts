import { DynamicModule, Module } from '@nestjs/common';
import { ServeStaticModule } from '@nestjs/serve-static';
import type { Response } from 'express';
import { Settings } from '../../config/settings';

/** Addresses of the page have no dot; those with one are files, and a missing file is a 404, not the page. */
const PAGE_ADDRESS = /^\/(?!api(\/|$)|socket\.io(\/|$)|metrics$)[^.]*$/;
const HASHED = /-[A-Z0-9]{8,}\.(js|css|woff2|svg|png)$/;

/** Serves the built page from the same port as the API. */
@Module({})
export class PageModule {
  static forRoot(): DynamicModule {
    return {
      module: PageModule,
      imports: [
        ServeStaticModule.forRootAsync({
          inject: [Settings],
          useFactory: ({ pageDir }: Settings) =>
            pageDir === null
              ? []
              : [
                  {
                    rootPath: pageDir,
                    renderPath: PAGE_ADDRESS,
                    serveStaticOptions: { index: false, setHeaders: cacheByName },
                  },
                ],
        }),
      ],
    };
  }
}

/** Files whose name holds their content's hash never change; all else is asked for again each time. */
function cacheByName(response: Response, file: string): void {
  response.setHeader(
    'Cache-Control',
    HASHED.test(file) ? 'public, max-age=31536000, immutable' : 'no-cache',
  );
}
