import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What was counted in one stretch of time, by all servers together. */
abstract class Activity {
  /** Its beginning. */
  @PrimaryColumn('timestamptz')
  at!: Date;

  @Column('int')
  imports!: number;

  @Column('int')
  events!: number;

  @Column('int')
  wrongCodes!: number;

  @Column('int')
  reconnects!: number;

  @Column('int')
  slow!: number;

  /** Buckets of `DELAY_BOUNDS`. */
  @Column('int', { array: true })
  delays!: number[];
}

@Entity('activity_minute')
export class ActivityMinute extends Activity {}

@Entity('activity_hour')
export class ActivityHour extends Activity {}

/** How a server among those that share the database was, when it said so last. */
@Entity('instance')
export class InstanceEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  version!: string;

  @Column({ type: 'timestamptz', precision: 3 })
  startedAt!: Date;

  @Column({ type: 'timestamptz', precision: 3 })
  seenAt!: Date;

  @Column('int')
  sockets!: number;

  @Column('int')
  queue!: number;

  /** Requests that wait for one of its connections to the database. */
  @Column('int')
  waiting!: number;

  /** Who is connected there, by role: a person with screens on two servers is one person. */
  @Column({ type: 'uuid', array: true })
  students!: string[];

  @Column({ type: 'uuid', array: true })
  teachers!: string[];

  @Column({ type: 'uuid', array: true })
  admins!: string[];

  /** What it counted in the last minute: `Tallied`. */
  @Column('jsonb')
  lastMinute!: object;
}
