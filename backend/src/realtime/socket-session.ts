import type { DefaultEventsMap, Socket } from 'socket.io';
import type { Handshake } from '@cartable/contract';
import type { Principal } from '../platform/identity/principal';
import type { Pump } from './pump';
import type { TokenClock } from './token-clock';

/** What the server knows of a socket: who it is, what it asked for, and what works for it. */
export interface SocketSession {
  principal: Principal;
  handshake: Handshake;
  pump?: Pump;
  clock?: TokenClock;
}

export type SignedInSocket = Socket<
  DefaultEventsMap,
  DefaultEventsMap,
  DefaultEventsMap,
  SocketSession
>;

export const userRoom = (userId: string) => `user_${userId}`;
export const sessionRoom = (sessionId: string) => `session_${sessionId}`;
