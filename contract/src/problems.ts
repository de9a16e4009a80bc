import * as z from 'zod/mini';
import { SessionEnd } from './accounts';

/** Every refusal that the API can answer, with its HTTP status and its title. */
export const problems = {
  'validation-failed': [400, 'The request is not of the form that this call takes'],
  'malformed-body': [400, 'The body is not valid JSON'],
  'not-signed-in': [401, 'Sign in first'],
  'wrong-credentials': [401, 'E-mail or password is wrong'],
  'session-ended': [401, 'The session has ended'],
  'first-password-over': [403, 'The password that was given has ended'],
  'password-due': [403, 'Choose a password of your own first'],
  forbidden: [403, 'This role may not do that'],
  'origin-refused': [403, 'Requests from this origin are refused'],
  'not-found': [404, 'There is no such thing here'],
  'share-code-unknown': [404, 'Unknown or expired share code'],
  'collection-stale': [409, 'It was changed meanwhile'],
  'collection-frozen': [409, 'The collection is frozen'],
  'collection-hidden': [409, 'The collection is hidden'],
  'name-taken': [409, 'Somebody else has this address'],
  'class-name-taken': [409, 'Another class of this year has this name'],
  'class-archived': [409, 'The class is archived'],
  'own-account': [409, 'It is your own account'],
  'collection-full': [409, 'The collection is full'],
  'followers-choice-needed': [409, 'Say what becomes of the followers'],
  'share-code-used-up': [409, 'The share code has no uses left'],
  'share-code-revoked': [409, 'The share code is off already'],
  'undo-too-late': [409, 'It can no longer be undone'],
  'wrong-password': [422, 'The current password is wrong'],
  'payload-too-large': [413, 'The body is too large'],
  'unsupported-media-type': [415, 'The body must be JSON'],
  'too-many-attempts': [429, 'Too many wrong attempts'],
  'too-many-connections': [429, 'Too many connections at once'],
  internal: [500, 'Something broke on the server'],
  unavailable: [503, 'The server is not ready'],
} as const satisfies Record<string, readonly [number, string]>;

export type ProblemCode = keyof typeof problems;
export const problemCodes = Object.keys(problems) as ProblemCode[];

/**
 * RFC 9457 `application/problem+json`. Extensions: `errors` with `validation-failed`, `retryAfter` (seconds) with
 * `too-many-attempts`, `followers` with `followers-choice-needed`, `current` (the present state) with `collection-stale`,
 * `because` with `session-ended`, unless the session merely ran out.
 */
export const ProblemBody = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.enum(problemCodes as [ProblemCode, ...ProblemCode[]]),
  detail: z.optional(z.string()),
  errors: z.optional(z.array(z.object({ path: z.string(), reason: z.string() }))),
  retryAfter: z.optional(z.int()),
  followers: z.optional(z.int()),
  current: z.optional(z.unknown()),
  because: z.optional(SessionEnd),
});
export type ProblemBody = z.infer<typeof ProblemBody>;
