import { Injectable } from '@nestjs/common';
import { OnEvent } from '@nestjs/event-emitter';
import type { Server } from 'socket.io';
import { LiveUpdate } from '../platform/journal/live-update';
import { Redis } from '../platform/cluster/redis';
import { roleRoom, userRoom } from './socket-session';

/** Tells a person's or a role's open screens what is not kept: on every instance through Redis, on this one without. */
@Injectable()
export class LiveUpdates {
  private server: Server | undefined;

  constructor(private readonly redis: Redis) {}

  attach(server: Server): void {
    this.server = server;
  }

  @OnEvent(LiveUpdate.event)
  tell({ to, name, data }: LiveUpdate): void {
    // While Redis is away its adapter would keep even the screens here waiting.
    const reach = this.redis.isReady ? this.server : this.server?.local;
    reach?.to(typeof to === 'string' ? userRoom(to) : roleRoom(to.role)).emit(name, data);
  }
}
