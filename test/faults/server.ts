import { ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';

const READY = /Cartable is ready at (\S+)/;

/** Lines: a stack and what hangs on the error. */
const WORDS = 60;

/** One instance of the built server, which can be killed, stopped, frozen and started again. */
export class ServerProcess {
  private child: ChildProcess | null = null;
  /** 0 while it does not run. */
  port = 0;
  /** What it said last, each time that it ended though nobody had told it to. */
  readonly lastWords: string[] = [];
  /** How many deadlocks it told of. */
  deadlocks = 0;
  private isEnding = false;
  private starting: Promise<void> | null = null;

  constructor(
    readonly name: string,
    private readonly dist: string,
    private readonly settings: () => Record<string, string>,
  ) {}

  async start(extra: Record<string, string> = {}): Promise<void> {
    const main = path.join(this.dist, 'backend/src/main.js');
    const child = spawn(process.execPath, [main], {
      env: { ...process.env, ...this.settings(), ...extra },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const said: string[] = [];
    this.child = child;
    this.isEnding = false;
    child.once('exit', () => {
      if (this.child !== child) return;
      const wasUp = this.port !== 0;
      this.port = 0;
      if (!wasUp || this.isEnding) return;
      this.lastWords.push(said.join('\n'));
      void this.startSurely();
    });
    const ready = new Promise<string | null>((resolve) => {
      const hear = (line: string) => {
        const url = READY.exec(line)?.[1];
        if (url) resolve(url);
        said.push(line.slice(0, 2_000));
        if (said.length > WORDS) said.shift();
        if (line.includes('deadlock detected')) this.deadlocks += 1;
      };
      for (const stream of [child.stdout, child.stderr])
        createInterface({ input: stream }).on('line', hear);
      child.once('exit', () => resolve(null));
    });
    const url = await ready;
    if (url && this.child === child) this.port = Number(new URL(url).port);
  }

  /** Starts it until it stands: its Postgres may be away. */
  startSurely(extra: Record<string, string> = {}): Promise<void> {
    // One at a time: a fault may start it while it comes back by itself, and two can't have one port.
    this.starting ??= this.startAgainAndAgain(extra).finally(() => (this.starting = null));
    return this.starting;
  }

  private async startAgainAndAgain(extra: Record<string, string>): Promise<void> {
    while (this.port === 0) {
      await this.start(extra);
      if (this.port === 0) await new Promise((resolve) => setTimeout(resolve, 300));
    }
  }

  get pid(): number {
    return this.child?.pid ?? 0;
  }

  signal(signal: NodeJS.Signals): void {
    if (signal === 'SIGKILL' || signal === 'SIGTERM') this.isEnding = true;
    this.child?.kill(signal);
  }

  /** Returns how long it took to end, in milliseconds. */
  async stop(signal: NodeJS.Signals): Promise<number> {
    const { child } = this;
    if (!child || child.exitCode !== null || child.signalCode !== null) return 0;
    const before = performance.now();
    const ended = once(child, 'exit');
    this.signal(signal);
    await ended;
    this.port = 0;
    return performance.now() - before;
  }
}
