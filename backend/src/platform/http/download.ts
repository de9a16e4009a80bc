import { once } from 'node:events';
import { Readable } from 'node:stream';
import { StreamableFile } from '@nestjs/common';

/**
 * A file, answered piece by piece: however long it is, little of it is in memory. The first piece is there before anything is answered, so
 * that what fails by then is refused as a problem; later the connection breaks off.
 */
export async function download(
  pieces: AsyncIterable<string>,
  { type, name }: { type: string; name: string },
): Promise<StreamableFile> {
  const file = Readable.from(pieces);
  await once(file, 'readable');
  return new StreamableFile(file, {
    type: `${type}; charset=utf-8`,
    disposition: `attachment; filename="${name}"`,
  });
}
