import { SocketIoConfig } from 'ngx-socket-io';
import type { ManagerOptions, SocketOptions } from 'socket.io-client';

const options: Partial<ManagerOptions & SocketOptions> = {
  autoConnect: false,
  // `Link` decides when to come back: it knows what the server asked for, and whether anybody is signed in.
  reconnection: false,
  transports: ['websocket', 'polling'],
  tryAllTransports: true,
  timeout: 10_000,
};

/** Where the socket leads: to whoever served the page. */
export const socketConfig: SocketIoConfig = { url: '', options };
