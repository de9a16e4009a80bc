import { Logger } from '@nestjs/common';
import type { StreamHead } from '@cartable/contract';
import type { StreamEvent } from '../platform/journal/journal-entry';
import type { Tally } from '../platform/activity/tally';
import { sayBye } from './bye';
import { drained } from './drained';
import type { StreamSink } from './pump';
import type { SignedInSocket } from './socket-session';

const ACK_MS = 8_000;
const SLOW_RETRY_MS = 1_000;
const FAILED_RETRY_MS = 2_000;

/** Writes a stream to a socket. A client that named its `last` acknowledges each event; a plain one is only told. */
export class SocketSink implements StreamSink {
  private readonly logger = new Logger(SocketSink.name);
  private readonly acknowledges: boolean;
  private draining: Promise<void> | null = null;

  constructor(
    private readonly socket: SignedInSocket,
    private readonly tally: Tally,
  ) {
    this.acknowledges = socket.data.resume.last !== undefined;
  }

  async event({ name, epoch, seq, at, data }: StreamEvent): Promise<void> {
    const message = { ...data, epoch, seq, at: at.toISOString() };
    this.log({ name, seq }, 'event emitted');
    this.tally.count('events');
    if (this.acknowledges) {
      await this.socket.timeout(ACK_MS).emitWithAck(name, message);
    } else {
      this.socket.emit(name, message);
      this.draining ??= drained(this.socket.conn, ACK_MS).finally(() => (this.draining = null));
      await this.draining;
    }
  }

  reset(head: StreamHead): void {
    this.log({ seq: head.seq }, 'reset');
    this.socket.emit('reset', head);
  }

  slow(): void {
    this.log({}, 'closed: too slow');
    this.tally.count('slow');
    sayBye(this.socket, { reason: 'slow', retryMs: SLOW_RETRY_MS });
  }

  failed(error: unknown): void {
    this.logger.error({ err: error, socketId: this.socket.id }, 'journal could not be read');
    sayBye(this.socket, { reason: 'shutting-down', retryMs: FAILED_RETRY_MS });
  }

  private log(what: object, message: string): void {
    const { principal } = this.socket.data;
    this.logger.log({ userId: principal.id, socketId: this.socket.id, ...what }, message);
  }
}
