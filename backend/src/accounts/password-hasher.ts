import { Injectable } from '@nestjs/common';
import * as argon2 from 'argon2';
import pLimit from 'p-limit';
import { Problem } from '../platform/problems/problem';

/** OWASP Password Storage Cheat Sheet: argon2id, 19 MiB, 2 passes, 1 lane. */
const cost = { type: argon2.argon2id, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;
/** Of a password of 59 random bits: nobody finds it by trying, however cheap a try is (and `verify` tells no difference). */
const costOfDrawn = { ...cost, memoryCost: 1_024, timeCost: 1 } as const;
const isDrawn = (hash: string) => hash.includes(`m=${costOfDrawn.memoryCost},`);
const AT_ONCE = 2;
const MOST_WAITING = 200;

/** Hashes and checks passwords, two at a time, so that a burst of sign-ins leaves the server room to serve. */
@Injectable()
export class PasswordHasher {
  private readonly limit = pLimit(AT_ONCE);
  private decoy: Promise<string> | undefined;

  hash(password: string): Promise<string> {
    return this.inTurn(() => argon2.hash(password, cost));
  }

  /** For a password from `drawFirstPassword`: a thousand in a second. */
  hashDrawn(password: string): Promise<string> {
    return argon2.hash(password, costOfDrawn);
  }

  /** With no hash (unknown person) it works as long and answers false, so that the time tells nothing. */
  verify(hash: string | null, password: string): Promise<boolean> {
    return this.inTurn(async () => {
      this.decoy ??= argon2.hash('nobody has this password', cost);
      const decoy = await this.decoy;
      if (hash !== null && isDrawn(hash)) await argon2.verify(decoy, password);
      const matches = await argon2.verify(hash ?? decoy, password);
      return hash !== null && matches;
    });
  }

  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (this.limit.pendingCount >= MOST_WAITING) throw new Problem('unavailable');
    return this.limit(work);
  }
}
