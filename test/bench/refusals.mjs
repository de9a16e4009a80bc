import pg from 'pg';
import { setStage } from './stage.mjs';

/** Of each kind of refusal, taken in turns so that a noisy moment falls on all alike. */
const ROUNDS = 300;

/** How long refusals take that are meant to tell nothing: run `node test/bench/refusals.mjs` after a build. */
async function measure({ url, databaseUrl, password }) {
  const database = new pg.Client({ connectionString: databaseUrl });
  await database.connect();
  const call = (method, path, token, body) =>
    fetch(new URL(`/api${path}`, url), {
      method,
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: body && JSON.stringify(body),
    });
  const signIn = async (email) =>
    (await (await call('POST', '/auth/login', '', { email, password })).json()).accessToken;
  const teacher = await signIn('prof.martin@example.com');
  const pupil = await signIn('eleve01@example.com');
  const newCode = async () => {
    const made = await call('POST', '/collections', teacher, { title: 'x' });
    const { id } = await made.json();
    return (await (await call('POST', `/collections/${id}/share-codes`, teacher, {})).json()).code;
  };
  const [expired, revoked] = [await newCode(), await newCode()];
  await database.query(
    "UPDATE share_code SET expires_at = now() - interval '1 day' WHERE code = $1",
    [expired.replace('-', '')],
  );
  await call('DELETE', `/share-codes/${revoked}`, teacher);
  const preview = (code) => () => call('GET', `/share-codes/${code}`, pupil);
  const login = (email) => () => call('POST', '/auth/login', '', { email, password: 'wrong' });
  const kinds = {
    'unknown code': [404, preview('ZZZZ-ZZZZ')],
    'expired code': [404, preview(expired)],
    'revoked code': [404, preview(revoked)],
    'unknown e-mail': [401, login('nobody@example.com')],
    'wrong password': [401, login('eleve02@example.com')],
  };
  const taken = Object.fromEntries(Object.keys(kinds).map((kind) => [kind, []]));
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [kind, [status, refused]] of Object.entries(kinds)) {
      await database.query('DELETE FROM attempts');
      const began = performance.now();
      const answer = await refused();
      await answer.arrayBuffer();
      taken[kind].push(performance.now() - began);
      if (answer.status !== status) throw new Error(`${kind} answered ${answer.status}`);
    }
  }
  await database.end();
  for (const [kind, times] of Object.entries(taken)) {
    const sorted = times.toSorted((a, b) => a - b);
    const at = (share) => (sorted[Math.floor(share * ROUNDS)] ?? 0).toFixed(1).padStart(6);
    process.stdout.write(`${kind.padEnd(16)} median ${at(0.5)} ms, 90th ${at(0.9)} ms\n`);
  }
}

const stage = await setStage();
try {
  await measure(stage);
} finally {
  await stage.stop();
}
