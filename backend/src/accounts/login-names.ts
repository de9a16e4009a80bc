import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { freeLogin, loginBase } from './login-name';

/** Of two who look for a free name at once the second finds what the first has taken. */
const ONE_AT_A_TIME = `SELECT pg_advisory_xact_lock(hashtext('cartable.login-names'))`;

/** Login names for people who have none. */
@Injectable()
export class LoginNames {
  /** One for each name, in that order, that nobody has; until the transaction ends nobody else is given one. */
  async free(db: EntityManager, displayNames: readonly string[]): Promise<string[]> {
    await db.query(ONE_AT_A_TIME);
    const bases = displayNames.map(loginBase);
    // The colon follows the nine: what lies between are the base and what begins with it and goes on with a figure.
    const rows = await db.query<{ login: string }[]>(
      `SELECT p.login FROM unnest($1::text[]) AS b(base) JOIN person AS p
         ON p.login ~>=~ b.base AND p.login ~<~ (b.base || ':')`,
      [[...new Set(bases)]],
    );
    const taken = new Set(rows.map(({ login }) => login));
    return bases.map((base) => {
      const login = freeLogin(base, (one) => taken.has(one));
      taken.add(login);
      return login;
    });
  }
}
