import type { DefaultEventsMap, Socket } from 'socket.io';
import type { Role } from '@cartable/contract';
import type { Principal } from '../platform/identity/principal';
import type { Pump, ResumePoint } from './pump';
import type { TokenClock } from './token-clock';

/** What the server knows of a socket: who it is, where it stands, and what works for it. */
export interface SocketSession {
  principal: Principal;
  /** From where it connected. */
  address: string | undefined;
  resume: ResumePoint;
  /** It says that it was connected before. */
  again: boolean;
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
/** A changed role ends the session, and with it the stay in this room. */
export const roleRoom = (role: Role) => `role_${role}`;
export const sessionRoom = (sessionId: string) => `session_${sessionId}`;
