/** A longer timer than this fires at once: Node keeps the delay in 31 bits. */
const LONGEST = 2 ** 31 - 1;

/** Calls back once when a token ends. */
export class TokenClock {
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly onEnd: () => void) {}

  set(expiresAt: Date): void {
    this.stop();
    const delay = Math.max(0, expiresAt.getTime() - Date.now());
    this.timer = setTimeout(
      () => (delay > LONGEST ? this.set(expiresAt) : this.onEnd()),
      Math.min(delay, LONGEST),
    );
    this.timer.unref();
  }

  stop(): void {
    clearTimeout(this.timer);
  }
}
