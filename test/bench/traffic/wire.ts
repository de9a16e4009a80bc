import { TcpProxy } from '../../faults/tcp-proxy';
import { Bytes, NOTHING } from './bytes';

/** Real TCP connections to a server, with a count of the bytes that they carry (without those of TCP and IP themselves). */
export class Wire {
  private counted: Bytes = { ...NOTHING };

  private constructor(private readonly proxy: TcpProxy) {
    proxy.ear = (bytes, speaker) => {
      this.counted[speaker === 'client' ? 'up' : 'down'] += bytes.length;
      return 'pass';
    };
  }

  static async to(port: number): Promise<Wire> {
    return new Wire(await TcpProxy.open(() => [port]));
  }

  get url(): string {
    return `http://127.0.0.1:${this.proxy.port}`;
  }

  /** What has passed since it was last asked. */
  take(): Bytes {
    const counted = this.counted;
    this.counted = { ...NOTHING };
    return counted;
  }

  close(): Promise<void> {
    return this.proxy.close();
  }
}
