import { isDeepStrictEqual } from 'node:util';
import {
  CollectionWithCards,
  Envelope,
  ImportResult,
  NewCollection,
  ShareCode,
} from '@cartable/contract';
import { ensure } from '../check-failed.mjs';
import { ensureGapless } from '../device.mjs';
import { ms } from '../report.mjs';

/** What the product promises to a pupil. */
const VISIBLE_WITHIN_MS = 2_000;

const MESSAGE = 'Vérification automatique : à ignorer 🌋';
const collection = {
  title: `Vérification ${new Date().toISOString()}`,
  description: 'Collection temporaire de la commande « npm run validate ».',
  cards: [
    { front: 'Énoncer le théorème de Pythagore', back: '$$a^2 + b^2 = c^2$$' },
    { front: '« Où sont les neiges d’antan ? »', back: '**Villon**' },
    { front: '<b>balises</b> & "guillemets"', back: '' },
  ],
};

/** @param {import('../world.mjs').World} world */
async function makeCollection(world) {
  const { teacher, cleanup } = world;
  let making = Promise.resolve(null);
  cleanup.add('the temporary collection', async () => {
    const begun = await making.catch(() => null);
    const path = `/collections/${begun?.body.id}?followers=withdraw`;
    if (begun) await teacher.call([204, 404], 'DELETE', path);
  });
  making = teacher.call([201], 'POST', '/collections', collection);
  const made = CollectionWithCards.safeParse((await making).body);
  ensure(made.success, 'the new collection is not what the contract says');
  world.collection = made.data;
  const path = `/collections/${made.data.id}/share-codes`;
  const shared = await teacher.call([201], 'POST', path, { message: MESSAGE, maxUses: 1 });
  const code = ShareCode.safeParse(shared.body);
  ensure(code.success, 'the new share code is not what the contract says');
  world.code = code.data.code;
}

/** @param {import('../world.mjs').World} world */
async function importIt(world) {
  const { student, code, collection: made } = world;
  world.requestedAt = performance.now();
  const { body } = await student.call([201], 'POST', `/share-codes/${code}/import`);
  const took = performance.now() - world.requestedAt;
  const result = ImportResult.safeParse(body);
  ensure(result.success, 'the answer to the import is not what the contract says');
  ensure(result.data.collection.id === made.id, 'another collection was imported');
  return ms(took);
}

/**
 * @param {import('../world.mjs').World} world
 * @param {'phone' | 'laptop'} name
 */
async function arrives(world, name) {
  const { at } = await world[name].event('newCollection', world.collection.id);
  const took = at - world.requestedAt;
  ensure(took < VISIBLE_WITHIN_MS, `${ms(took)}, more than ${ms(VISIBLE_WITHIN_MS)}`);
  return `${ms(took)} from the request`;
}

/** @param {import('../world.mjs').World} world */
async function isRight({ phone, laptop, collection: made, teacher }) {
  const [{ message }, other] = await Promise.all(
    [phone, laptop].map((device) => device.event('newCollection', made.id)),
  );
  const event = NewCollection.safeParse(message);
  ensure(event.success && Envelope.safeParse(message).success, 'not what the contract says');
  ensure(isDeepStrictEqual(message, other.message), 'the two devices were told different things');
  const told = event.data;
  ensure(told.role === 'follower', `the pupil is told to be its ${told.role}`);
  ensure(told.message === MESSAGE, 'the teacher’s message has changed on its way');
  ensure(told.collection.title === collection.title, 'the title has changed on its way');
  ensure(told.collection.owner.id === teacher.user.id, 'the owner is somebody else');
  ensure(
    isDeepStrictEqual(told.collection.cards, made.cards),
    'the cards have changed on their way',
  );
  return `${told.collection.cards.length} cards, message, owner`;
}

/**
 * Repeated, and then something else happens: the stream is in order, so a double would have come before it.
 * @param {import('../world.mjs').World} world
 */
async function isNotDoubled(world) {
  const { student, teacher, code, collection: made, phone, laptop, head } = world;
  await student.call([200], 'POST', `/share-codes/${code}/import`);
  const renamed = { rev: made.rev, description: 'Renommée.' };
  await teacher.call([200], 'PATCH', `/collections/${made.id}`, renamed);
  for (const device of [phone, laptop]) {
    await device.event('collectionUpdated', made.id);
    const imports = device.about(made.id).filter(({ name }) => name === 'newCollection');
    ensure(imports.length === 1, `newCollection came ${imports.length} times`);
    ensureGapless(device, head.seq);
  }
}

/** @type {import('../world.mjs').Step[]} */
export const importing = [
  { title: 'The teacher makes a collection and a code', essential: true, run: makeCollection },
  { title: 'The pupil imports it', essential: true, run: importIt },
  { title: 'newCollection reaches the first device', run: (world) => arrives(world, 'phone') },
  { title: 'newCollection reaches the second device', run: (world) => arrives(world, 'laptop') },
  { title: 'newCollection holds what the teacher made', run: isRight },
  { title: 'Importing again answers the same, without a double', run: isNotDoubled },
];
