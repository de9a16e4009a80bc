import { createServer } from 'node:http';
import { createRequire } from 'node:module';

/** The very Socket.IO that the backend runs on. */
const { Server } = createRequire(new URL('../../backend/package.json', import.meta.url))(
  'socket.io',
);

const http = createServer();
const io = new Server(http, { transports: ['websocket'], serveClient: false });
io.on('connection', (socket) => socket.on('echo', (payload) => socket.emit('echo', payload)));
http.listen(0, '127.0.0.1', () => process.send?.(http.address()));
process.once('disconnect', () => process.exit());
