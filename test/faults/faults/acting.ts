/** What is said between an instance and Postgres: an act is about to be committed, is committed; instances are told of it. */
export type Moment = 'commits' | 'committed' | 'hints';

/** `ReadyForQuery` outside of a transaction (Postgres, frontend/backend protocol 3.0). */
const IDLE = Buffer.from([0x5a, 0, 0, 0, 5, 0x49]);
/** What an act that has an event says: an import by the name of its statement, every other in words. */
const ACTS = ['collection imported', 'INSERT INTO user_event'];

/** Listens to connections to Postgres for acts that have events. An import is one statement, which commits by itself. */
export class Acting {
  private readonly connections = new Set<object>();

  hears(bytes: Buffer, speaker: 'client' | 'server', connection: object): Moment | undefined {
    const isActing = this.connections.has(connection);
    if (speaker === 'server') {
      if (!isActing || !bytes.includes(IDLE)) return undefined;
      this.connections.delete(connection);
      return 'committed';
    }
    if (bytes.includes('pg_notify')) return 'hints';
    if (ACTS.some((words) => bytes.includes(words))) this.connections.add(connection);
    return isActing && bytes.includes('COMMIT\0') ? 'commits' : undefined;
  }
}
