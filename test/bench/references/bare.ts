/** The floor of telling: a bare Socket.IO and a bare ws server that emit as many cards as they are asked for. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Server } from 'socket.io';
import { WebSocketServer } from 'ws';

const payloads = new Map<number, object>();

function payloadOf(count: number): object {
  const cards = Array.from({ length: count }, (_, n) => ({
    id: `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
    front: `front of card ${n}`,
    back: `back of card ${n}`,
    position: n,
    rev: 1,
  }));
  const payload = payloads.get(count) ?? { collection: { title: 'Les volcans', cards } };
  payloads.set(count, payload);
  return payload;
}

const http = createServer();
if (process.env.KIND === 'ws') {
  new WebSocketServer({ server: http }).on('connection', (socket) => {
    // As Socket.IO greets, so that the same screen can listen.
    socket.send('0{}');
    socket.on('message', (data: Buffer) => {
      const frame = data.toString();
      if (frame.startsWith('40')) return socket.send('40{}');
      const [, count] = JSON.parse(frame.slice(2)) as [string, number];
      socket.send(`42${JSON.stringify(['newCollection', payloadOf(count)])}`);
    });
  });
} else {
  const io = new Server(http, { transports: ['websocket'], serveClient: false });
  io.on('connection', (socket) =>
    socket.on('ask', (count: number) => socket.emit('newCollection', payloadOf(count))),
  );
}
http.listen(0, '127.0.0.1', () => {
  process.stdout.write(`ready at http://127.0.0.1:${(http.address() as AddressInfo).port}\n`);
});
