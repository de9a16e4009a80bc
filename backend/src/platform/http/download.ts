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
  const rest = pieces[Symbol.asyncIterator]();
  const first = await rest.next();
  async function* whole() {
    if (!first.done) yield first.value;
    yield* { [Symbol.asyncIterator]: () => rest };
  }
  return new StreamableFile(Readable.from(whole()), {
    type: `${type}; charset=utf-8`,
    disposition: `attachment; filename="${name}"`,
  });
}
