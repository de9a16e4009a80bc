import {
  Check,
  Column,
  CreateDateColumn,
  Entity,
  Index,
  JoinColumn,
  ManyToOne,
  OneToOne,
  PrimaryColumn,
  PrimaryGeneratedColumn,
} from 'typeorm';
import type { ContentState, ReportReason } from '@cartable/contract';
import { Person } from '../../accounts/person.entity';
import { Collection } from '../collection.entity';

/** A collection that was reported or hidden, and how that stands: a row of the administrators' queue. */
@Entity('content_case')
@Check('content_case_state_known', `"state" IN ('open', 'hidden', 'closed')`)
@Index('content_case_queue', ['state', 'changedAt', 'collectionId'])
export class ContentCase {
  @PrimaryColumn('uuid')
  collectionId!: string;

  @OneToOne(() => Collection, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'collection_id' })
  collection!: Collection;

  @Column('text')
  state!: ContentState;

  /** Those that nobody has dealt with yet. */
  @Column('integer', { default: 0 })
  reports!: number;

  /** Why it is hidden. */
  @Column('text', { default: '' })
  reason!: string;

  @Column({ type: 'timestamptz', precision: 3 })
  changedAt!: Date;
}

/** What somebody said is wrong with a collection: one open report a person. */
@Entity('report')
@Index('report_of_collection', ['collectionId', 'at'])
@Index('report_open_once', ['collectionId', 'reporterId'], {
  unique: true,
  where: '"closed_at" IS NULL',
})
export class Report {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column('uuid')
  collectionId!: string;

  @ManyToOne(() => Collection, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'collection_id' })
  collection!: Collection;

  @Index('report_of_person')
  @Column('uuid', { nullable: true })
  reporterId!: string | null;

  @ManyToOne(() => Person, { onDelete: 'SET NULL', deferrable: 'INITIALLY DEFERRED' })
  @JoinColumn({ name: 'reporter_id' })
  reporter!: Person | null;

  @Column('text')
  reason!: ReportReason;

  @Column('text', { default: '' })
  comment!: string;

  @CreateDateColumn({ type: 'timestamptz', precision: 3 })
  at!: Date;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  closedAt!: Date | null;
}

/** A follower's entry in the library while the collection is hidden: it comes back as it was. */
@Entity('parked_entry')
export class ParkedEntry {
  @PrimaryColumn('uuid')
  personId!: string;

  @Index('parked_entry_collection')
  @PrimaryColumn('uuid')
  collectionId!: string;

  @ManyToOne(() => Person, { onDelete: 'CASCADE', deferrable: 'INITIALLY DEFERRED' })
  @JoinColumn({ name: 'person_id' })
  person!: Person;

  @ManyToOne(() => Collection, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'collection_id' })
  collection!: Collection;

  @Column('text', { default: '' })
  message!: string;

  @Column({ type: 'timestamptz', precision: 3 })
  addedAt!: Date;
}
