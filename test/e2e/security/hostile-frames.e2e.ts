import { execFileSync } from 'node:child_process';
import * as fc from 'fast-check';
import type { CollectionPage } from '@cartable/contract';
import { Device, DeviceOptions } from '../../support/device';
import { Person } from '../../support/person';
import { DEMO_PASSWORD, Server, startServer } from '../../support/server';
import { Attacker } from './attacker';
import { hostileFrames, NAMES } from './hostile-frames';

const SEED = 20_261_123;
const FRAMES = 10_000;
const IMPORTS = 25;
const SOCKETS = 5;
const MB = 1024 * 1024;
const SECRET = 'Pour eux seuls';

describe('hostile frames', () => {
  let server: Server;
  let teacher: Person;
  let victims: Person[];
  let villain: Person;

  beforeAll(async () => {
    server = await startServer();
    const signedIn = (email: string) => new Person(server.url, email, DEMO_PASSWORD).signIn();
    teacher = await signedIn('prof.martin@example.com');
    victims = [await signedIn('eleve01@example.com'), await signedIn('eleve02@example.com')];
    villain = await signedIn('eleve03@example.com');
  });
  afterAll(async () => {
    for (const person of [teacher, villain, ...victims]) person.leaves();
    await server.stop();
  });

  const streamOf = async (person: Person) =>
    (await person.does<CollectionPage>('GET', '/collections?limit=1')).stream;

  /** Bytes of memory that the server holds. */
  const memory = () =>
    Number(execFileSync('ps', ['-o', 'rss=', '-p', String(server.pid)], { encoding: 'utf8' })) *
    1024;

  /** Connects the villain, who has no more than ten sockets: once those that were given up before have ended. */
  async function comes(auth: DeviceOptions = {}): Promise<Device> {
    for (;;) {
      const answered = await villain.connects(auth).catch((refusal: Error) => refusal);
      if (answered instanceof Device) return answered;
      expect(answered.message).toBe('too-many-connections');
    }
  }

  async function importsAll(person: Person, codes: readonly string[]): Promise<void> {
    for (const code of codes) expect((await person.imports(code)).status).toBe(201);
  }

  it('by the ten thousand bring their sender nothing of others, cost others nothing, and leave the server well', async () => {
    const shared = await Promise.all(
      Array.from({ length: IMPORTS }, (_, n) => teacher.shares(`${SECRET} ${n}`)),
    );
    const before = await Promise.all(victims.map(streamOf));
    const own = await streamOf(villain);
    const devices = await Promise.all(
      victims.map((victim, n) => victim.connects({ last: before[n]?.seq })),
    );
    const ids = [
      ...victims.flatMap(({ me }) => [me.id, `user_${me.id}`]),
      `user_${teacher.me.id}`,
      ...shared.slice(0, 3).map(({ collection }) => collection.id),
      ...devices.map(({ socket }) => socket.id ?? ''),
    ];
    const { token } = villain;
    const frames = fc.sample(
      hostileFrames({ ids, tokens: [token, `${token}x`], epoch: own.epoch }),
      { seed: SEED, numRuns: FRAMES },
    );
    const [victim] = victims as [Person];
    const attackers = [
      [{ token }],
      [{ token, last: own.seq, epoch: own.epoch }],
      [
        { token, last: 0 },
        { token, last: 2 ** 31 },
      ],
      [{ token, userId: victim.me.id, sub: victim.me.id, room: `user_${victim.me.id}` }],
      [{ token: `${victim.token}x` }, { token, last: -1 }, { token: [victim.me.id] }, { token }],
    ].map((auths) => new Attacker(server.url, auths));
    const share = Math.ceil(FRAMES / attackers.length);
    const atRest = memory();

    await Promise.all([
      ...attackers.map((attacker, n) => attacker.sends(frames.slice(n * share, (n + 1) * share))),
      ...victims.map((person) =>
        importsAll(
          person,
          shared.map(({ code }) => code),
        ),
      ),
    ]);

    expect(attackers.reduce((sum, { sent }) => sum + sent, 0)).toBe(FRAMES);
    for (const { survived } of attackers) expect(survived).toBeGreaterThan(100);
    const heard = attackers.flatMap(({ received }) => received);
    const foreign = heard.filter((data) =>
      [SECRET, ...victims.map(({ me }) => me.displayName)].some((text) => data.includes(text)),
    );
    expect(foreign).toEqual([]);
    for (const [n, device] of devices.entries()) {
      const first = (before[n]?.seq ?? 0) + 1;
      await device.hears('newCollection', ({ data }) => data.seq === first + IMPORTS - 1);
      expect(device.seqs).toEqual(Array.from({ length: IMPORTS }, (_, i) => first + i));
      expect(device.heard).toHaveLength(IMPORTS);
      await device.settled();
    }
    expect(await streamOf(villain)).toEqual(own);
    expect((await fetch(`${server.url}/api/health/ready`)).status).toBe(200);
    await (await comes()).settled();
    expect(server.lines.filter((line) => line.startsWith('{'))).toEqual([]);
    expect(memory() - atRest).toBeLessThan(150 * MB);
  }, 120_000);

  it('that ask for somebody else’s room, under any name, are not heeded', async () => {
    const [victim] = victims as [Person];
    const rooms = [victim, teacher].flatMap(({ me }) => [me.id, `user_${me.id}`]);
    const foreign: unknown[] = [];
    for (let first = 0; first < NAMES.length; first += SOCKETS) {
      const devices = await Promise.all(
        NAMES.slice(first, first + SOCKETS).map(async (name) => {
          const device = await comes();
          device.socket.onAny((...heard: unknown[]) => foreign.push(heard));
          for (const room of rooms) {
            device.socket.emit(name, room, { room, rooms: [room], userId: room, to: room });
            device.socket.emit(name, { room, rooms: [room], userId: room, to: room });
          }
          await device.settled();
          return device;
        }),
      );
      const { code } = await teacher.shares(`${SECRET}, ${first}`);
      const [told, asked] = [await victim.connects(), await teacher.connects()];
      await victim.imports(code);
      await Promise.all([told.hears('newCollection'), asked.hears('shareCodeUsed')]);
      for (const device of devices) await device.settled();
      for (const device of [...devices, told, asked]) device.close();
    }
    expect(foreign).toEqual([]);
  });

  it('of a handshake open no stream but the token’s own, whatever else they say', async () => {
    const { token } = villain;
    const [victim] = victims as [Person];
    const { epoch } = await streamOf(victim);
    const shapes: unknown[] = [
      { token, user: victim.me.id, userId: victim.me.id, id: victim.me.id, sub: victim.me.id },
      { token, room: `user_${victim.me.id}`, rooms: [`user_${victim.me.id}`], join: true },
      { token, last: 0, epoch },
      { token, last: 0, epoch: '00000000-0000-4000-8000-000000000000' },
      { token, last: 2_147_483_647 },
      { token, last: Number.MAX_SAFE_INTEGER, epoch },
      { token, principal: { id: victim.me.id }, data: { principal: { id: victim.me.id } } },
      JSON.parse(`{"token":"${token}","__proto__":{"principal":{"id":"${victim.me.id}"}}}`),
    ];
    const devices = await Promise.all(shapes.map((auth) => comes(auth as DeviceOptions)));
    const { code } = await teacher.shares(`${SECRET}, après`);
    const told = await victim.connects();
    await victim.imports(code);
    await told.hears('newCollection');
    for (const device of devices) {
      await device.settled();
      expect(JSON.stringify(device.heard)).not.toContain(SECRET);
      device.close();
    }
  });

  it('of a handshake in no form that we know are refused', async () => {
    const { token } = villain;
    const wrong: unknown[] = [
      {},
      { token: null },
      { token: '' },
      { token: [token] },
      { token: { token } },
      { token: 'x'.repeat(5_000) },
      { Token: token },
      { auth: { token } },
      { token, last: -1 },
      { token, last: 1.5 },
      { token, last: '0' },
      { token, last: null },
      { token, epoch: 1 },
      { token, epoch: "' OR 1=1 --" },
    ];
    for (const auth of wrong) {
      await expect(Device.connect(server.url, auth as { token: string })).rejects.toMatchObject({
        data: { code: 'not-signed-in' },
      });
    }
  });
});
