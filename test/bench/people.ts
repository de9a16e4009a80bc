import { createHmac, randomBytes, randomUUID } from 'node:crypto';

const TOKEN_SECONDS = 3_600;

export interface Person {
  id: string;
  /** An access token that the server takes for an hour. */
  token: string;
}

/** A `pg` client or pool, or whatever else asks a database. */
export interface Queryable {
  query: (sql: string, values?: unknown[]) => Promise<unknown>;
}

/** A secret for one run: hand it to the server as JWT_SECRET. */
export const newSecret = (): string => randomBytes(48).toString('base64');

/** A token as the server signs one: this is its own secret. */
export function tokenOf(secret: string, personId: string, sessionId: string): string {
  const part = (content: object) => Buffer.from(JSON.stringify(content)).toString('base64url');
  const iat = Math.floor(Date.now() / 1_000);
  const claims = {
    sub: personId,
    sid: sessionId,
    iat,
    exp: iat + TOKEN_SECONDS,
    aud: 'cartable',
    iss: 'cartable',
  };
  const signed = `${part({ alg: 'HS256', typ: 'JWT' })}.${part(claims)}`;
  return `${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`;
}

/** People with a session and a stream, straight in Cartable's database: no storm of sign-ins is measured by mistake. */
export async function enrol(
  db: Queryable,
  secret: string,
  count: number,
  role: 'student' | 'teacher' | 'admin',
): Promise<Person[]> {
  const ids = Array.from({ length: count }, () => ({ id: randomUUID(), session: randomUUID() }));
  const people = ids.map(({ id }) => id);
  await db.query(
    `INSERT INTO person (id, email, display_name, role, password_hash)
     SELECT id, id || '@school.example', 'Somebody', $2, '' FROM unnest($1::uuid[]) AS id`,
    [people, role],
  );
  await db.query('INSERT INTO user_stream (user_id) SELECT unnest($1::uuid[])', [people]);
  await db.query(
    `INSERT INTO session (id, person_id, expires_at)
     SELECT s, p, now() + interval '1 day' FROM unnest($1::uuid[], $2::uuid[]) AS u(s, p)`,
    [ids.map(({ session }) => session), people],
  );
  return ids.map(({ id, session }) => ({ id, token: tokenOf(secret, id, session) }));
}
