import { Injectable, signal } from '@angular/core';
import { AdminCode } from '@cartable/contract';

/** In the order of every list of codes: the newest first. */
export const isOlder = (one: AdminCode, other: AdminCode): boolean =>
  one.createdAt < other.createdAt || (one.createdAt === other.createdAt && one.code < other.code);

/**
 * Codes that somebody is doing something about: they keep their lines, though they may no longer be among those that are asked for, so
 * that what came of it stands where it was done.
 */
@Injectable()
export class CodesInHand {
  private readonly held = signal<readonly AdminCode[]>([]);

  /** As it is now. */
  hold(code: AdminCode): void {
    this.held.update((held) => [...held.filter((one) => one.code !== code.code), code]);
  }

  letGo(): void {
    this.held.set([]);
  }

  /** These, and in their places those in hand that are no longer among them. */
  among(codes: readonly AdminCode[]): readonly AdminCode[] {
    const there = new Set(codes.map(({ code }) => code));
    const gone = this.held().filter(({ code }) => !there.has(code));
    if (gone.length === 0) return codes;
    return [...codes, ...gone].sort((one, other) => (isOlder(one, other) ? 1 : -1));
  }
}
