import { Injectable, Logger, OnApplicationShutdown } from '@nestjs/common';
import { createClient } from 'redis';
import { Settings } from '../../config/settings';

const CONNECT_MS = 5_000;
const PING_MS = 5_000;
/** Longer than the longest wait of a blocking read. */
const SILENCE_MS = 15_000;
const MOST_WAITING = 1_000;
const LONGEST_RETRY_MS = 2_000;

/** What {@link https://github.com/redis/node-redis node-redis} calls a client. */
export type RedisClient = ReturnType<typeof createClient>;

/** The Redis that instances share, if there is one: never needed, never waited for. */
@Injectable()
export class Redis implements OnApplicationShutdown {
  private readonly logger = new Logger(Redis.name);
  /** Null without `REDIS_URL`. */
  readonly client: RedisClient | null;

  constructor({ redisUrl }: Settings) {
    this.client = redisUrl ? this.open(redisUrl) : null;
  }

  get isReady(): boolean {
    return this.client?.isReady ?? false;
  }

  onApplicationShutdown(): void {
    this.client?.destroy();
  }

  private open(url: string): RedisClient {
    const client = createClient({
      url,
      pingInterval: PING_MS,
      commandsQueueMaxLength: MOST_WAITING,
      socket: {
        connectTimeout: CONNECT_MS,
        socketTimeout: SILENCE_MS,
        reconnectStrategy: (attempt) =>
          Math.min(LONGEST_RETRY_MS, 50 * 2 ** attempt) * (0.5 + Math.random() / 2),
      },
    });
    let isAway = false;
    client.on('error', (error: Error) => {
      if (!isAway) this.logger.warn({ err: error }, 'Redis is away');
      isAway = true;
    });
    client.on('ready', () => {
      if (isAway) this.logger.log('Redis is back');
      isAway = false;
    });
    // It goes on trying by itself; a start without Redis is a start.
    void client.connect().catch(() => undefined);
    return client;
  }
}
