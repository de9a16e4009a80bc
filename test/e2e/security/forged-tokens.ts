import { createHmac, generateKeyPairSync, KeyObject, sign } from 'node:crypto';

export type Claims = Record<string, unknown>;

const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');

/** The claims of a token, unchecked. */
export const claimsOf = (token: string) =>
  JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as Claims;

/** A token as RFC 7515 writes it; `signer` makes the signature's bytes. */
export function token(header: object, claims: Claims, signer: (input: string) => Buffer): string {
  const input = `${encode({ typ: 'JWT', ...header })}.${encode(claims)}`;
  return `${input}.${signer(input).toString('base64url')}`;
}

const hmac =
  (secret: string, hash = 'sha256') =>
  (input: string) =>
    createHmac(hash, secret).update(input).digest();

/** A token that the server itself would have signed so. */
export const signed = (claims: Claims, secret: string) =>
  token({ alg: 'HS256' }, claims, hmac(secret));

const without = (claims: Claims, name: string) =>
  Object.fromEntries(Object.entries(claims).filter(([key]) => key !== name));

/** Tokens that must not be believed, made from one that may be, by what is wrong with them. */
export function forgeries(genuine: string, secret: string): Map<string, string> {
  const claims = claimsOf(genuine);
  const [header = '', payload = '', signature = ''] = genuine.split('.');
  const none = () => Buffer.alloc(0);
  const now = Math.floor(Date.now() / 1000);
  const other = '00000000-0000-4000-8000-000000000000';
  const changed = (change: Claims) => signed({ ...claims, ...change }, secret);
  const found = new Map<string, string>();

  for (const alg of ['none', 'None', 'NONE', 'nOnE', '']) {
    found.set(`alg "${alg}", unsigned`, token({ alg }, claims, none));
    found.set(`alg "${alg}", signed`, token({ alg }, claims, hmac(secret)));
  }
  found.set('no alg', token({}, claims, hmac(secret)));
  for (const bits of [384, 512]) {
    found.set(`HS${bits}`, token({ alg: `HS${bits}` }, claims, hmac(secret, `sha${bits}`)));
  }
  found.set(
    'HS256 in name, HS512 in fact',
    token({ alg: 'HS256' }, claims, hmac(secret, 'sha512')),
  );
  for (const alg of ['RS256', 'PS256', 'ES256', 'EdDSA']) {
    found.set(`${alg}, signed with the secret`, token({ alg }, claims, hmac(secret)));
  }
  for (const [alg, key] of keys()) {
    const jwk = key.publicKey.export({ format: 'jwk' });
    const pem = key.publicKey.export({ format: 'pem', type: 'spki' }).toString();
    const by = (input: string) => signWith(alg, key.privateKey, input);
    found.set(`${alg}, by a key of one's own`, token({ alg }, claims, by));
    found.set(`${alg}, by a key in its header`, token({ alg, jwk }, claims, by));
    found.set(`HS256 over the public key of ${alg}`, token({ alg: 'HS256' }, claims, hmac(pem)));
  }
  for (const key of [{ kid: '/dev/null' }, { kid: '../../x' }, { jku: 'https://evil.example' }]) {
    found.set(
      `a key named ${JSON.stringify(key)}`,
      token({ alg: 'HS256', ...key }, claims, hmac('')),
    );
  }
  found.set('an empty secret', signed(claims, ''));
  found.set('another secret', signed(claims, `${secret}x`));

  found.set('a changed payload', [header, encode({ ...claims, sub: other }), signature].join('.'));
  found.set('a changed signature', [header, payload, flipped(signature)].join('.'));
  found.set('no signature', [header, payload, ''].join('.'));
  found.set('two parts', [header, payload].join('.'));
  found.set('four parts', `${genuine}.${signature}`);
  found.set('no JSON', ['e30', 'bm90IEpTT04', signature].join('.'));

  found.set('expired', changed({ exp: now - 1 }));
  found.set('expired long ago', changed({ exp: 1 }));
  found.set('not yet valid', changed({ nbf: now + 60 }));
  for (const [name, wrongs] of Object.entries({
    aud: ['other', '', ['other'], 1, null],
    iss: ['other', '', 1, null],
    exp: ['never', null, `${now + 60}`, now + 60.5, 1e300],
    sub: ['x', other, 1, null, {}, [claims.sub]],
    sid: ['x', 1, null, {}, [claims.sid]],
  })) {
    found.set(`without ${name}`, signed(without(claims, name), secret));
    for (const wrong of wrongs) {
      found.set(`${name} ${JSON.stringify(wrong)}`, changed({ [name]: wrong }));
    }
  }
  return found;
}

const keys = () =>
  [
    ['RS256', generateKeyPairSync('rsa', { modulusLength: 2048 })],
    ['ES256', generateKeyPairSync('ec', { namedCurve: 'P-256' })],
  ] as const;

const signWith = (alg: string, key: KeyObject, input: string) =>
  sign('sha256', Buffer.from(input), alg === 'ES256' ? { key, dsaEncoding: 'ieee-p1363' } : key);

const flipped = (text: string) => `${text.startsWith('A') ? 'B' : 'A'}${text.slice(1)}`;
