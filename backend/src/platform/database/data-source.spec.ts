import { once } from 'node:events';
import { AddressInfo, createServer } from 'node:net';
import { DataSource } from 'typeorm';
import { dataSourceOptions } from './data-source';

/** Messages of https://www.postgresql.org/docs/current/protocol-message-formats.html */
const message = (kind: string, content: Buffer) => {
  const head = Buffer.alloc(5, kind);
  head.writeInt32BE(content.length + 4, 1);
  return Buffer.concat([head, content]);
};
const WELCOME = Buffer.concat([message('R', Buffer.alloc(4)), message('Z', Buffer.from('I'))]);
const TERMINATED = message(
  'E',
  Buffer.from('SFATAL\0C57P01\0Mterminating connection due to administrator command\0\0'),
);

describe('a connection that Postgres ends in the moment in which it opens it', () => {
  it('fails whoever wanted it, and not the process', async () => {
    const postgres = createServer((socket) => {
      socket.on('error', () => undefined);
      // In one piece, so that both are read before anybody has got the connection.
      socket.once('data', () => socket.end(Buffer.concat([WELCOME, TERMINATED])));
    }).listen(0, '127.0.0.1');
    await once(postgres, 'listening');
    const { port } = postgres.address() as AddressInfo;
    const url = `postgres://postgres:secret@127.0.0.1:${port}/postgres`;
    await expect(new DataSource(dataSourceOptions(url)).initialize()).rejects.toThrow();
    postgres.close();
  });
});
