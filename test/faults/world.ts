import { randomBytes, randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { hash } from 'argon2';
import type { StreamHead } from '@cartable/contract';
import { migrate } from '../../backend/src/platform/database/migrate';
import { freePort } from '../support/free-port';
import { hasRedis, RedisServer } from '../support/redis';
import { Account } from './account';
import { Database } from './database';
import { Device, Order } from './device';
import { digest } from './digest';
import type { ImportCall, JournalRow, Truth } from './history';
import type { Violation } from './invariants';
import type { Random } from './random';
import { ServerProcess } from './server';
import { TcpProxy } from './tcp-proxy';

const PASSWORD = 'for this run only';

export interface WorldOptions {
  /** The built server: the project's own, or a mutant of it. */
  dist: string;
  instances: number;
  pupils: number;
  devices: number;
  /** How devices decide what to apply: the page's own way, or a mutant of it. */
  order?: Order;
}

/** Devices — network — instances — network — Postgres, and a Redis where there is one. All that a fault can befall. */
export class World {
  readonly servers: ServerProcess[] = [];
  readonly teachers: Account[] = [];
  readonly pupils: Account[] = [];
  readonly devices: Device[] = [];
  readonly imports: ImportCall[] = [];
  readonly complaints: Violation[] = [];
  /** Rows that a fault has trimmed away: the checker still needs them. */
  readonly trimmed: JournalRow[] = [];
  readonly epochs: string[] = [];
  front!: TcpProxy;
  toDatabase!: TcpProxy;
  redis: RedisServer | null = null;

  private constructor(
    readonly database: Database,
    readonly random: Random,
  ) {}

  static async open(options: WorldOptions, random: Random): Promise<World> {
    const world = new World(await Database.start(), random);
    await migrate(world.database.url);
    world.redis = hasRedis ? await RedisServer.start() : null;
    world.toDatabase = await TcpProxy.open(() => [world.database.port]);
    world.front = await TcpProxy.open(() =>
      world.servers.flatMap(({ port }) => (port ? [port] : [])),
    );
    const secret = randomBytes(48).toString('base64');
    for (let n = 0; n < options.instances; n += 1) {
      // A port of its own: what comes back after a crash comes back there.
      const port = String(await freePort());
      const settings = () => ({
        PORT: port,
        HOST: '127.0.0.1',
        DATABASE_URL: world.database.through(world.toDatabase.port),
        REDIS_URL: world.redis?.url ?? '',
        JWT_SECRET: secret,
        DEMO: 'false',
        LOG_LEVEL: 'error',
      });
      world.servers.push(new ServerProcess(`instance ${n + 1}`, options.dist, settings));
    }
    await Promise.all(world.servers.map((server) => server.startSurely()));
    await world.enrol(options);
    return world;
  }

  /** Waits until every device that is not offline has connected once more. */
  async reconnected(): Promise<void> {
    const before = new Map(this.devices.map((device) => [device, device.history.connects]));
    const isBack = (device: Device) => device.history.connects > (before.get(device) ?? 0);
    while (this.devices.some((device) => !device.offline && !isBack(device))) await wait(10);
  }

  /** Everybody's stream as it stands now. */
  async heads(): Promise<Map<string, StreamHead>> {
    const rows = await this.database.query<{ id: string; epoch: string; seq: number }>(
      'SELECT user_id AS id, last_seq AS seq, epoch FROM user_stream, journal_meta',
    );
    return new Map(rows.map(({ id, epoch, seq }) => [id, { epoch, seq }]));
  }

  async truth(): Promise<Truth> {
    const [streams, lists, codes, epoch] = await Promise.all([
      this.database.query<Truth['streams'][number]>(
        'SELECT user_id AS person, last_seq AS "lastSeq", trimmed_seq AS "trimmedSeq" FROM user_stream',
      ),
      this.database.query<{ person: string; id: string; rev: number }>(
        'SELECT e.person_id AS person, c.id, c.rev FROM library_entry AS e JOIN collection AS c ON c.id = e.collection_id',
      ),
      this.database.query<Truth['codes'][number]>(
        `SELECT s.code, s.uses, s.max_uses AS "maxUses",
           ARRAY(SELECT u.person_id::text FROM share_code_use AS u WHERE u.code = s.code) AS people FROM share_code AS s`,
      ),
      this.database.query<{ epoch: string }>('SELECT epoch FROM journal_meta'),
    ]);
    const of = new Map<string, Map<string, number>>();
    for (const { person, id, rev } of lists) {
      of.set(person, (of.get(person) ?? new Map<string, number>()).set(id, rev));
    }
    const epochs = [...this.epochs, ...epoch.map((row) => row.epoch)];
    return {
      epochs,
      streams,
      lists: of,
      codes,
      deadlocks: this.servers.reduce((sum, server) => sum + server.deadlocks, 0),
      journal: [...this.trimmed, ...(await this.journal())],
    };
  }

  async journal(where = ''): Promise<JournalRow[]> {
    const rows = await this.database.query<
      Omit<JournalRow, 'at' | 'digest'> & { at: Date; whole: Record<string, unknown> }
    >(`${JOURNAL} ${where}`);
    return rows.map(({ at, whole, ...row }) => ({
      ...row,
      at: at.getTime(),
      digest: digest(whole),
    }));
  }

  async close(): Promise<void> {
    for (const device of this.devices) device.close();
    await Promise.all(this.servers.map((server) => server.stop('SIGKILL')));
    await this.front.close();
    await this.toDatabase.close();
    await this.redis?.kill();
    await this.database.stop();
  }

  /** Makes the people straight in the database: one hash for all of them. */
  private async enrol({ pupils, devices, order }: WorldOptions): Promise<void> {
    const passwordHash = await hash(PASSWORD);
    const front = `http://127.0.0.1:${this.front.port}`;
    const person = async (role: string, n: number) => {
      const [id, email] = [randomUUID(), `${role}${n}@school.example`];
      await this.database.query(
        'INSERT INTO person (id, email, display_name, role, password_hash) VALUES ($1, $2, $3, $4, $5)',
        [id, email, `${role} ${n}`, role, passwordHash],
      );
      await this.database.query('INSERT INTO user_stream (user_id) VALUES ($1)', [id]);
      return new Account(front, id, email, PASSWORD);
    };
    for (let n = 0; n < 2; n += 1) this.teachers.push(await person('teacher', n));
    for (let n = 0; n < pupils; n += 1) {
      const pupil = await person('student', n);
      this.pupils.push(pupil);
      for (let m = 0; m < devices; m += 1) {
        const name = `pupil ${n}, device ${m}`;
        this.devices.push(new Device(name, pupil, front, this.random.fork(name), order));
      }
    }
  }
}

const JOURNAL = `
  SELECT e.user_id AS person, e.seq, e.name, e.at, whole,
    COALESCE(whole -> 'collection' ->> 'id', whole ->> 'collectionId', '') AS collection
  FROM user_event AS e LEFT JOIN event_body AS b ON b.key = e.body_key,
    LATERAL (SELECT e.payload || COALESCE(b.body, '{}'::jsonb) AS whole) AS w`;
