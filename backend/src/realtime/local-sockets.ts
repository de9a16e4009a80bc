import { Injectable } from '@nestjs/common';
import type { Server } from 'socket.io';
import type { Role } from '@cartable/contract';
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

  /** Who is connected, by role, each once. */
  people(): Record<Role, Set<string>> {
    const people = {
      student: new Set<string>(),
      teacher: new Set<string>(),
      admin: new Set<string>(),
    };
    for (const { data } of this.all()) people[data.principal.role].add(data.principal.id);
    return people;
  }

  in(room: string): SignedInSocket[] {
    const main = this.server?.of('/');
    return [...(main?.adapter.rooms.get(room) ?? [])].flatMap((id) => {
      const socket = main?.sockets.get(id);
      return socket ? [socket as SignedInSocket] : [];
    });
  }
}
