import { Injectable } from '@nestjs/common';
import type { Server } from 'socket.io';
import type { SignedInSocket } from './socket-session';

/** The sockets that are connected to this instance. */
@Injectable()
export class LocalSockets {
  private server: Server | undefined;

  attach(server: Server): void {
    this.server = server;
  }

  all(): SignedInSocket[] {
    return [...(this.server?.of('/').sockets.values() ?? [])] as SignedInSocket[];
  }

  in(room: string): SignedInSocket[] {
    const main = this.server?.of('/');
    return [...(main?.adapter.rooms.get(room) ?? [])].flatMap((id) => {
      const socket = main?.sockets.get(id);
      return socket ? [socket as SignedInSocket] : [];
    });
  }
}
