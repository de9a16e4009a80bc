/**
 * What the steps share; each finds what those before it have put here.
 * @typedef {object} World
 * @property {URL} url
 * @property {import('./api.mjs').Api} api
 * @property {Record<'teacher' | 'student', { email: string, password: string }>} credentials
 * @property {import('./cleanup.mjs').Cleanup} cleanup
 * @property {import('./signed-in.mjs').SignedIn} [teacher]
 * @property {import('./signed-in.mjs').SignedIn} [student]
 * @property {{ epoch: string, seq: number }} [head] where the pupil's stream stood at the start
 * @property {import('./device.mjs').Device} [phone]
 * @property {import('./device.mjs').Device} [laptop]
 * @property {import('@cartable/contract').CollectionWithCards} [collection]
 * @property {string} [code]
 * @property {number} [requestedAt] when the import was asked for
 */

/**
 * One check. Returns its measurement; when an essential one fails, those after it can't be made.
 * @typedef {object} Step
 * @property {string} title
 * @property {boolean} [essential]
 * @property {(world: World) => Promise<string | void>} run
 */

export {};
