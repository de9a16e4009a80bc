import { setTimeout as wait } from 'node:timers/promises';
import type { Card, CollectionWithCards, ShareCode } from '@cartable/contract';
import { Account, Refused } from './account';
import type { Outcome } from './history';
import type { Random } from './random';
import type { World } from './world';

interface Shared {
  teacher: Account;
  id: string;
  code: string;
}

/** The longest pause between two acts of one person, in milliseconds. */
const PAUSE_MS = 250;
const MOST_SHARED = 40;
const HOLD_CODE = `
  WITH held AS MATERIALIZED (SELECT FROM share_code WHERE code = $1 FOR UPDATE) SELECT pg_sleep(0.1) FROM held`;

/** What a school does meanwhile: teachers share, edit and now and then delete; pupils import, some of them twice at once. */
export class Workload {
  readonly shared: Shared[] = [];
  edits = 0;
  private running = true;
  private readonly acts: Promise<void>[] = [];

  constructor(private readonly world: World) {}

  async start(): Promise<void> {
    const { teachers, pupils } = this.world;
    for (const teacher of teachers) await this.share(teacher, {});
    const busy = (who: Account, act: (random: Random) => Promise<void>) => {
      const random = this.world.random.fork(who.email);
      this.acts.push(this.goOn(() => act(random), random));
    };
    for (const one of teachers) busy(one, (random) => this.teach(one, random));
    for (const one of pupils) busy(one, (random) => this.learn(one, random));
  }

  async stop(): Promise<void> {
    this.running = false;
    await Promise.all(this.acts);
  }

  /** One import by one pupil now, of something that they may have already. */
  async importOne(random: Random, pupil: Account): Promise<void> {
    const { code, id } = random.pick(this.shared);
    await this.import(pupil, code, id);
  }

  /** Shares something new; returns what lets every pupil import it at once. */
  async newRound(random: Random): Promise<() => Promise<void>> {
    const teacher = random.pick(this.world.teachers);
    const one = await this.share(teacher, {}).catch(() => random.pick(this.shared));
    return async () => {
      await Promise.all(this.world.pupils.map((pupil) => this.import(pupil, one.code, one.id)));
    };
  }

  /** One change of something that pupils have, or an import of it by them all. */
  async oneAct(random: Random): Promise<() => Promise<void>> {
    const round = await this.newRound(random);
    if (random.chance(0.5)) return round;
    await round();
    const one = this.shared.at(-1) ?? random.pick(this.shared);
    return () => this.edit(one).catch(() => undefined);
  }

  /** The class imports something while its teacher deletes it; its code is held for a moment, so that they meet. */
  async rush(random: Random): Promise<void> {
    const round = await this.newRound(random);
    const one = this.shared.at(-1);
    if (!one) return;
    const held = this.world.database.query(HOLD_CODE, [one.code.replace('-', '')]);
    await wait(random.between(0, 15));
    const imports = round();
    await wait(random.between(0, 15));
    await this.withdraw(one, random).catch(() => undefined);
    await Promise.all([held, imports]);
  }

  private async goOn(act: () => Promise<void>, random: Random): Promise<void> {
    while (this.running) {
      await act().catch(() => undefined);
      await wait(random.between(0, PAUSE_MS));
    }
  }

  private async teach(teacher: Account, random: Random): Promise<void> {
    const mine = this.shared.filter((one) => one.teacher === teacher);
    if (mine.length < 2 || random.chance(0.3)) {
      return void (await this.share(teacher, capOf(random)));
    }
    const one = random.pick(mine);
    if (this.shared.length > MOST_SHARED || random.chance(0.03)) {
      return this.withdraw(one, random);
    }
    await this.edit(one);
  }

  private async learn(pupil: Account, random: Random): Promise<void> {
    if (this.shared.length === 0) return;
    const { code, id } = random.pick(this.shared);
    const times = random.chance(0.2) ? 3 : 1;
    await Promise.all(Array.from({ length: times }, () => this.import(pupil, code, id)));
  }

  private async share(teacher: Account, cap: { maxUses?: number }): Promise<Shared> {
    const cards = Array.from({ length: 3 }, (_, n) => ({ front: `front ${n}`, back: 'back' }));
    const { id } = await teacher.does<CollectionWithCards>('POST', '/collections', {
      title: 'Faults',
      cards,
    });
    const { code } = await teacher.does<ShareCode>('POST', `/collections/${id}/share-codes`, cap);
    const one = { teacher, id, code };
    this.shared.push(one);
    return one;
  }

  private async edit({ teacher, id }: Shared): Promise<void> {
    await teacher.does<Card>('POST', `/collections/${id}/cards`, { front: 'one more', back: '' });
    this.edits += 1;
  }

  private async withdraw(one: Shared, random: Random): Promise<void> {
    this.shared.splice(this.shared.indexOf(one), 1);
    const followers = random.chance(0.5) ? 'keep' : 'withdraw';
    await one.teacher.does('DELETE', `/collections/${one.id}?followers=${followers}`);
  }

  private async import(pupil: Account, code: string, collection: string): Promise<void> {
    const outcome = await this.outcome(pupil, code);
    // Written down as the database writes it.
    this.world.imports.push({ person: pupil.id, code: code.replace('-', ''), collection, outcome });
  }

  private async outcome(pupil: Account, code: string): Promise<Outcome> {
    try {
      const { status } = await pupil.call('POST', `/share-codes/${code}/import`);
      return status === 201 ? 'made' : 'found';
    } catch (error) {
      return error instanceof Refused ? 'refused' : 'unknown';
    }
  }
}

const capOf = (random: Random) =>
  random.chance(0.5) ? { maxUses: 1 + Math.floor(random.between(0, 4)) } : {};
