import { Injectable, Logger, OnModuleDestroy } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CHANNEL, hintPayloads } from './hint-message';
import { Topic, topics } from './hints';
import { Instance } from './instance';

/**
 * Hints to the other instances, after commit: NOTIFY inside a transaction would make all commits take turns. While one is on
 * its way the next are gathered, so that a busy second costs a few, not thousands.
 */
@Injectable()
export class HintSender implements OnModuleDestroy {
  private readonly logger = new Logger(HintSender.name);
  private readonly waiting: Record<Topic, Set<string>> = {
    streams: new Set(),
    sessions: new Set(),
    overview: new Set(),
  };
  private sending: Promise<void> | null = null;

  constructor(
    private readonly dataSource: DataSource,
    private readonly instance: Instance,
  ) {}

  send(topic: Topic, ids: Iterable<string>): void {
    for (const id of ids) this.waiting[topic].add(id);
    this.sending ??= this.sendAll().finally(() => (this.sending = null));
  }

  /** What was handed over is still sent. */
  async onModuleDestroy(): Promise<void> {
    await this.sending;
  }

  private async sendAll(): Promise<void> {
    for (let payloads = this.take(); payloads.length > 0; payloads = this.take()) {
      try {
        await this.dataSource.query(
          'SELECT pg_notify($1, payload) FROM unnest($2::text[]) AS payload',
          [CHANNEL, payloads],
        );
      } catch (error) {
        // Nothing is lost: the others look for themselves every few seconds.
        this.logger.warn({ err: error }, 'hint not sent');
      }
    }
  }

  private take(): string[] {
    return topics.flatMap((topic) => {
      const ids = [...this.waiting[topic]];
      this.waiting[topic].clear();
      return hintPayloads(this.instance.id, topic, ids);
    });
  }
}
