import { Injectable } from '@nestjs/common';
import * as argon2 from 'argon2';
import pLimit from 'p-limit';
import { Problem } from '../platform/problems/problem';

/** OWASP Password Storage Cheat Sheet: argon2id, 19 MiB, 2 passes, 1 lane. */
const cost = { type: argon2.argon2id, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;
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

  /** With no hash (unknown person) it works as long and answers false, so that the time tells nothing. */
  verify(hash: string | null, password: string): Promise<boolean> {
    return this.inTurn(async () => {
      this.decoy ??= argon2.hash('nobody has this password', cost);
      const matches = await argon2.verify(hash ?? (await this.decoy), password);
      return hash !== null && matches;
    });
  }

  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (this.limit.pendingCount >= MOST_WAITING) throw new Problem('unavailable');
    return this.limit(work);
  }
}
