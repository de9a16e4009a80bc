/** Text kept under a name, on this device or, by `sessionStorage`, in this tab; where storage is forbidden it is as if nothing had been kept. */
export class Kept {
  constructor(
    readonly name: string,
    private readonly storage = () => localStorage,
  ) {}

  read(): string | null {
    try {
      return this.storage().getItem(this.name);
    } catch {
      return null;
    }
  }

  write(text: string | null): void {
    try {
      if (text === null) this.storage().removeItem(this.name);
      else this.storage().setItem(this.name, text);
    } catch {
      // Storage is full or forbidden: the page goes on without a memory.
    }
  }

  /** A list of strings; whatever else stands there counts as none. */
  readList(): string[] {
    try {
      const list: unknown = JSON.parse(this.read() ?? '[]');
      return Array.isArray(list) ? list.filter((item) => typeof item === 'string') : [];
    } catch {
      return [];
    }
  }

  writeList(list: readonly string[]): void {
    this.write(list.length > 0 ? JSON.stringify(list) : null);
  }
}
