import type { DefaultEventsMap, Socket } from 'socket.io';
import type { Principal } from '../platform/identity/principal';
import type { Pump, ResumePoint } from './pump';
import type { TokenClock } from './token-clock';

/** What the server knows of a socket: who it is, where it stands, and what works for it. */
export interface SocketSession {
  principal: Principal;
  resume: ResumePoint;
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
