import { CollectionPage } from '@cartable/contract';
import { CheckFailed, ensure } from '../check-failed.mjs';
import { Device } from '../device.mjs';
import { ms } from '../report.mjs';
import { SignedIn } from '../signed-in.mjs';
import { connected, openSocket } from '../socket.mjs';

const roles = { teacher: ['teacher', 'admin'], student: ['student'] };

/**
 * @param {import('../world.mjs').World} world
 * @param {'teacher' | 'student'} who
 */
async function signIn(world, who) {
  const began = performance.now();
  const person = await SignedIn.with(world.api, world.credentials[who]);
  world.cleanup.add(`the ${who}'s session`, () => person.signOut());
  const { role } = person.user;
  ensure(roles[who].includes(role), `--${who} names an account whose role is ${role}`);
  world[who] = person;
  return ms(performance.now() - began);
}

/** @param {import('../world.mjs').World} world */
async function connectDevices(world) {
  const { body } = await world.student.call([200], 'GET', '/collections?limit=1');
  const page = CollectionPage.safeParse(body);
  ensure(page.success, 'the list of collections is not what the contract says');
  world.head = page.data.stream;
  const took = [];
  for (const name of ['phone', 'laptop']) {
    const device = new Device(world.url, world.student.token, world.head);
    world.cleanup.add(`the ${name}'s socket`, () => device.disconnect());
    world[name] = device;
    took.push(await device.connect().catch((error) => explain(world, error)));
  }
  return took.map(ms).join(', ');
}

/**
 * A proxy that passes HTTP but no websocket shows itself by this: the other transport works.
 * @param {import('../world.mjs').World} world
 * @param {Error & { data?: { code: string } }} error
 * @returns {Promise<never>}
 */
async function explain(world, error) {
  const problem = error.data?.code;
  if (problem) throw new CheckFailed(`the server refuses the socket: ${problem}`);
  const socket = openSocket(world.url, {
    auth: { token: world.student.token },
    transport: 'polling',
  });
  const byPolling = await connected(socket, 'long polling').then(
    () => true,
    () => false,
  );
  socket.disconnect();
  throw new CheckFailed(
    byPolling
      ? 'only long polling gets through: let the proxy pass websockets on /socket.io (headers Upgrade and Connection, HTTP/1.1)'
      : `no socket gets through: does the proxy pass /socket.io? (${error.message})`,
  );
}

/** @type {import('../world.mjs').Step[]} */
export const arriving = [
  {
    title: 'The server is ready',
    essential: true,
    run: async ({ api }) => {
      const began = performance.now();
      await api.expect([200], 'GET', '/health/ready');
      return ms(performance.now() - began);
    },
  },
  { title: 'The teacher signs in', essential: true, run: (world) => signIn(world, 'teacher') },
  { title: 'The pupil signs in', essential: true, run: (world) => signIn(world, 'student') },
  { title: 'Two devices of the pupil connect', essential: true, run: connectDevices },
  { title: 'The connection check answers', run: async ({ phone }) => ms(await phone.ping()) },
];
