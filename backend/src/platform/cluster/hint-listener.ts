import { Injectable, Logger, OnApplicationBootstrap, OnModuleDestroy } from '@nestjs/common';
import { EventEmitter2 } from '@nestjs/event-emitter';
import { Client } from 'pg';
import { Settings } from '../../config/settings';
import { CHANNEL, readHint } from './hint-message';
import { HintHeard, HintsMissed } from './hints';
import { Instance } from './instance';

const CONNECT_MS = 5_000;
const ANSWER_MS = 4_000;
const HEARTBEAT_MS = 5_000;
const RETRY_MS = 500;

/** Hears the hints of other instances on a connection of its own (LISTEN), which it opens anew whenever it is lost. */
@Injectable()
export class HintListener implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger(HintListener.name);
  private client: Client | null = null;
  private heartbeat: NodeJS.Timeout | undefined;
  private retry: NodeJS.Timeout | undefined;
  private listening = false;
  private stopped = false;

  constructor(
    private readonly settings: Settings,
    private readonly instance: Instance,
    private readonly announcements: EventEmitter2,
  ) {}

  get isListening(): boolean {
    return this.listening;
  }

  onApplicationBootstrap(): Promise<void> {
    return this.connect();
  }

  async onModuleDestroy(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.retry);
    await this.close();
  }

  private async connect(): Promise<void> {
    const client = new Client({
      connectionString: this.settings.databaseUrl,
      application_name: 'cartable listen',
      connectionTimeoutMillis: CONNECT_MS,
      query_timeout: ANSWER_MS,
      keepAlive: true,
    });
    this.client = client;
    client.on('error', (error) => this.lost(client, error));
    client.on('end', () => this.lost(client));
    client.on('notification', ({ payload = '' }) => this.hear(payload));
    try {
      await client.connect();
      await client.query(`LISTEN ${CHANNEL}`);
    } catch (error) {
      return this.lost(client, error);
    }
    if (this.client !== client) return;
    this.listening = true;
    // A connection that the network has silently dropped hears nothing, and would never know.
    this.heartbeat = setInterval(
      () => void client.query('SELECT 1').catch((error: unknown) => this.lost(client, error)),
      HEARTBEAT_MS,
    );
    this.announcements.emit(HintsMissed.event, new HintsMissed());
  }

  private hear(payload: string): void {
    const hint = readHint(payload);
    if (!hint || hint.from === this.instance.id) return;
    this.announcements.emit(HintHeard.event, new HintHeard(hint.topic, hint.ids));
  }

  private lost(client: Client, error?: unknown): void {
    if (this.client !== client) return;
    void this.close();
    if (this.stopped) return;
    this.logger.warn({ err: error }, 'no longer listening to other instances');
    this.retry = setTimeout(() => void this.connect(), RETRY_MS * (0.5 + Math.random()));
  }

  private async close(): Promise<void> {
    const { client } = this;
    this.client = null;
    this.listening = false;
    clearInterval(this.heartbeat);
    // It may be dead already, and then says so.
    await client?.end().catch(() => undefined);
  }
}
