const MOST_EVENTS = 16;
const MOST_BYTES = 1024 * 1024;

/** What is on its way to one client and not yet taken: few events and, but for a single large one, few bytes. */
export class Window {
  private events = 0;
  private bytes = 0;
  private closed = false;
  private proceed: (() => void) | undefined;

  /** How many events. */
  get size(): number {
    return this.events;
  }

  get hasRoom(): boolean {
    return this.events === 0 || (this.events < MOST_EVENTS && this.bytes < MOST_BYTES);
  }

  take(bytes: number): void {
    this.events += 1;
    this.bytes += bytes;
  }

  give(bytes: number): void {
    this.events -= 1;
    this.bytes -= bytes;
    if (this.hasRoom) this.proceed?.();
  }

  /** Resolves when there is room, or never will be. */
  async room(): Promise<void> {
    while (!this.hasRoom && !this.closed) {
      await new Promise<void>((resolve) => (this.proceed = resolve));
    }
  }

  close(): void {
    this.closed = true;
    this.proceed?.();
  }
}
