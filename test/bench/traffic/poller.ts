import type { Bytes } from './bytes';
import { Device, Owner } from './device';
import type { Wire } from './wire';

/** The page before Cartable: asks for the list again and again. */
export class Poller extends Device {
  private etag = '';

  constructor(
    wire: Wire,
    owner: Owner,
    compressed: boolean,
    private readonly withETag: boolean,
  ) {
    super(wire, owner, compressed);
  }

  /** Asks once; returns how many bytes that took. */
  async polls(): Promise<Bytes> {
    this.wire.take();
    const { headers } = await this.list(this.etag ? { 'if-none-match': this.etag } : {});
    if (this.withETag) this.etag = String(headers.etag);
    return this.wire.take();
  }
}
