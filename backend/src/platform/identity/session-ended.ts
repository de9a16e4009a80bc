/** Domain event, after commit: these sessions of a person are over, and so are their sockets. */
export class SessionEnded {
  static readonly event = 'session.ended';
  constructor(
    readonly personId: string,
    readonly sessionIds: readonly string[],
  ) {}
}
