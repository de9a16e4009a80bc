import { ask } from '../ground/call';
import { addCollections, Shared } from '../ground/content';
import type { Ground, RunningCartable } from '../ground/ground';
import { enrol, Person } from '../people';

const IN_FLIGHT = 32;
const CARDS = 50;

export interface Load {
  /** Imports that are measured each time. */
  imports: number;
  /** How often, warming up included. */
  times: number;
}

/** A school with one or several instances, and pupils who all import at once. */
export class Instances {
  private done = 0;

  private constructor(
    private readonly servers: readonly RunningCartable[],
    private readonly pupils: readonly Person[],
    private readonly shared: readonly Shared[],
    private readonly imports: number,
  ) {}

  static async start(ground: Ground, count: number, load: Load): Promise<Instances> {
    const { url, db } = await ground.database();
    const [teacher] = (await enrol(db, ground.secret, 1, 'teacher')) as [Person];
    const pupils = await enrol(db, ground.secret, Math.min(200, load.imports), 'student');
    const codes = Math.ceil((load.imports * load.times) / pupils.length);
    const shared = await addCollections(db, teacher.id, codes, CARDS);
    const servers: RunningCartable[] = [];
    for (let n = 0; n < count; n += 1) servers.push(await ground.serve(url));
    return new Instances(servers, pupils, shared, load.imports);
  }

  /** Imports a second, 32 in flight, the instances in turn. */
  async importsASecond(): Promise<number> {
    const last = this.done + this.imports;
    const begun = performance.now();
    const works = Array.from({ length: IN_FLIGHT }, async () => {
      while (this.done < last) await this.import(this.done++);
    });
    await Promise.all(works);
    return this.imports / ((performance.now() - begun) / 1_000);
  }

  private async import(turn: number): Promise<void> {
    const { url } = this.servers[turn % this.servers.length] as RunningCartable;
    const { token } = this.pupils[turn % this.pupils.length] as Person;
    const code = this.shared[Math.floor(turn / this.pupils.length)]?.code;
    const path = `/share-codes/${code}/import`;
    const { status } = await ask({ url, token, method: 'POST', path });
    if (status !== 201) throw new Error(`an import answered ${status}`);
  }
}
