import { Check, Column, Entity, Generated, Index, PrimaryColumn } from 'typeorm';
import type { EventName, Notice } from '@cartable/contract';

/** One row: `epoch` names this history; it changes when a backup is restored. */
@Entity('journal_meta')
@Check('journal_meta_one_row', '"one"')
export class JournalMeta {
  @PrimaryColumn('boolean', { default: true })
  one!: boolean;

  @Column('uuid')
  @Generated('uuid')
  epoch!: string;
}

/** The head of one person's stream. Its row lock makes the order of commits the order of numbers. */
@Entity('user_stream')
export class UserStream {
  @PrimaryColumn('uuid')
  userId!: string;

  @Column('integer', { default: 0 })
  lastSeq!: number;

  /** Events up to this one are no longer kept. */
  @Column('integer', { default: 0 })
  trimmedSeq!: number;

  /** The person has looked at notifications up to this one. */
  @Column('integer', { default: 0 })
  seenSeq!: number;
}

/** One event of one person's stream: 1, 2, 3 … without gaps. */
@Entity('user_event')
@Index('user_event_notices', ['userId', 'seq'], { where: '"notice" IS NOT NULL' })
@Index('user_event_body', ['bodyKey'], { where: '"body_key" IS NOT NULL' })
export class UserEvent {
  @PrimaryColumn('uuid')
  userId!: string;

  @PrimaryColumn('integer')
  seq!: number;

  @Column('text')
  name!: EventName;

  /** What is this person's own in the event. */
  @Column('jsonb')
  payload!: object;

  /** The {@link EventBody} that holds the rest, if others share it. */
  @Column('text', { nullable: true })
  bodyKey!: string | null;

  /** What the notification list keeps. */
  @Column('jsonb', { nullable: true })
  notice!: Notice | null;

  @Column({ type: 'timestamptz', precision: 3 })
  at!: Date;
}

/** The part of an event that is the same for many people, stored once. */
@Entity('event_body')
export class EventBody {
  @PrimaryColumn('text')
  key!: string;

  @Column('jsonb')
  body!: object;
}
