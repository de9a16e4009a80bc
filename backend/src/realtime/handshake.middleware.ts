import { Injectable, Logger } from '@nestjs/common';
import { Handshake } from '@cartable/contract';
import { Settings } from '../config/settings';
import { Authenticator } from '../platform/identity/authenticator';
import { clientAddress } from '../platform/identity/client-address';
import { Problem } from '../platform/problems/problem';
import { problemOf } from '../platform/problems/problem-of';
import { Admission } from './admission';
import { SocketAllowance } from './socket-allowance';
import type { SignedInSocket } from './socket-session';

/** What Socket.IO hands to the client as `connect_error`: `data` is the problem. */
class HandshakeRefused extends Error {
  readonly data: object;

  constructor(problem: Problem) {
    super(problem.code);
    this.data = problem.toBody();
  }
}

/** Lets a socket in, or not, before `connection`: Nest's guards never run for the handshake. */
@Injectable()
export class HandshakeMiddleware {
  private readonly logger = new Logger(HandshakeMiddleware.name);

  constructor(
    private readonly authenticator: Authenticator,
    private readonly admission: Admission,
    private readonly allowance: SocketAllowance,
    private readonly settings: Settings,
  ) {}

  readonly use = (socket: SignedInSocket, next: (error?: Error) => void): void => {
    this.admit(socket).then(
      () => next(),
      (error: unknown) => next(this.refusal(socket, error)),
    );
  };

  private async admit(socket: SignedInSocket): Promise<void> {
    const handshake = Handshake.safeParse(socket.handshake.auth);
    if (!handshake.success) throw new Problem('not-signed-in');
    const { token, epoch, last, again = false } = handshake.data;
    const principal = await this.admission.admit(() => this.authenticator.authenticate(token));
    // Nobody would give back what a connection takes that has closed meanwhile.
    if (socket.conn.readyState !== 'open') throw new Problem('unavailable');
    if (!this.allowance.take(principal.id)) throw new Problem('too-many-connections');
    socket.conn.once('close', () => this.allowance.give(principal.id));
    socket.data = { principal, address: this.addressOf(socket), resume: { epoch, last }, again };
    // Nobody reads them again, and they would stay as long as the socket.
    Object.assign(socket.handshake, { auth: {}, headers: {} });
  }

  private addressOf({ handshake: { address, headers } }: SignedInSocket): string | undefined {
    const forwarded = [headers['x-forwarded-for']].flat().join();
    return clientAddress(address, forwarded, this.settings.trustProxy);
  }

  private refusal(socket: SignedInSocket, error: unknown): Error {
    const problem = problemOf(error);
    if (!problem) this.logger.error({ err: error, socketId: socket.id }, 'handshake failed');
    const refused = problem ?? new Problem('internal');
    this.logger.log({ socketId: socket.id, why: refused.code }, 'handshake refused');
    return new HandshakeRefused(refused);
  }
}
