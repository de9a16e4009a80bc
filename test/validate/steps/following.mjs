import { isDeepStrictEqual } from 'node:util';
import { CollectionRemoved, CollectionUpdated } from '@cartable/contract';
import { ensure } from '../check-failed.mjs';
import { ensureGapless } from '../device.mjs';
import { ms } from '../report.mjs';

/**
 * The teacher writes another back on the first card.
 * @param {import('../world.mjs').World} world
 * @param {string} back
 */
async function edit({ teacher, collection }, back) {
  const path = `/collections/${collection.id}`;
  const { body: current } = await teacher.call([200], 'GET', path);
  const patch = { rev: current.rev, back };
  const edited = await teacher.call([200], 'PATCH', `${path}/cards/${current.cards[0].id}`, patch);
  return edited.body.rev;
}

/** @param {import('../world.mjs').World} world */
async function liveEdit(world) {
  const { phone, laptop, collection } = world;
  const began = performance.now();
  const rev = await edit(world, 'modifié pendant la connexion');
  const events = await Promise.all(
    [phone, laptop].map((device) =>
      device.event('collectionUpdated', collection.id, (message) => message.rev === rev),
    ),
  );
  return `${ms(Math.max(...events.map(({ at }) => at)) - began)} for both, reading included`;
}

/** @param {import('../world.mjs').World} world */
async function replay(world) {
  const { phone, laptop, collection, head } = world;
  phone.disconnect();
  const rev = await edit(world, 'modifié pendant la coupure');
  const isEdit = (message) => message.rev === rev;
  await laptop.event('collectionUpdated', collection.id, isEdit);
  const began = performance.now();
  await phone.connect();
  const missed = await phone.event('collectionUpdated', collection.id, isEdit);
  const update = CollectionUpdated.safeParse(missed.message);
  ensure(update.success, 'collectionUpdated is not what the contract says');
  ensure(
    update.data.cards[0]?.back === 'modifié pendant la coupure',
    'the edit that was made meanwhile is not in it',
  );
  await edit(world, 'modifié après la coupure').then((next) =>
    phone.event('collectionUpdated', collection.id, (message) => message.rev === next),
  );
  const copies = phone.about(collection.id).filter(({ message }) => message.rev === rev).length;
  ensure(copies === 1, `the edit came ${copies} times`);
  ensureGapless(phone, head.seq);
  return `${ms(missed.at - began)} from the reconnection`;
}

/** @param {import('../world.mjs').World} world */
async function isKept({ student, teacher, collection }) {
  const path = `/collections/${collection.id}`;
  const [mine, theirs] = await Promise.all(
    [student, teacher].map((person) => person.call([200], 'GET', path)),
  );
  ensure(mine.body.role === 'follower', 'it is not in the pupil’s list');
  ensure(mine.body.rev === theirs.body.rev, 'the pupil reads another revision than the teacher');
  ensure(isDeepStrictEqual(mine.body.cards, theirs.body.cards), 'the pupil reads other cards');
}

/** @param {import('../world.mjs').World} world */
async function withdraw({ student, teacher, collection, phone, laptop, head }) {
  const began = performance.now();
  await teacher.call([204], 'DELETE', `/collections/${collection.id}?followers=withdraw`);
  const events = await Promise.all(
    [phone, laptop].map((device) => device.event('collectionRemoved', collection.id)),
  );
  const removed = CollectionRemoved.safeParse(events[0]?.message);
  ensure(removed.data?.reason === 'withdrawn', 'the pupil is not told that it was withdrawn');
  await student.call([404], 'GET', `/collections/${collection.id}`);
  ensureGapless(phone, head.seq);
  ensureGapless(laptop, head.seq);
  return `${ms(Math.max(...events.map(({ at }) => at)) - began)} for both`;
}

/** @type {import('../world.mjs').Step[]} */
export const following = [
  { title: 'The teacher’s edit reaches both devices', run: liveEdit },
  { title: 'What a device missed comes once it is back, once', run: replay },
  { title: 'The pupil reads what the teacher reads', run: isKept },
  { title: 'The withdrawn collection leaves both devices', run: withdraw },
];
