/**
 * One reading at a time of something that is told live as well. What is told while it is read may be missing in the answer, which
 * was put together before: then it is read once more.
 */
export class Reading {
  private running: Promise<void> | null = null;
  private isStale = false;

  constructor(private readonly read: () => Promise<void>) {}

  /** Reads; answers when nothing newer is to be read. */
  anew(): Promise<void> {
    this.isStale = true;
    this.running ??= this.untilFresh().finally(() => (this.running = null));
    return this.running;
  }

  /** Something was told live. */
  disturb(): void {
    this.isStale = true;
  }

  private async untilFresh(): Promise<void> {
    while (this.isStale) {
      this.isStale = false;
      await this.read();
    }
  }
}
