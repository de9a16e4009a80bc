import {
  Column,
  CreateDateColumn,
  Entity,
  Index,
  JoinColumn,
  ManyToOne,
  PrimaryColumn,
  PrimaryGeneratedColumn,
} from 'typeorm';
import { Person } from '../../accounts/person.entity';
import { Collection } from '../collection.entity';

/** A collection was taken from those outside a class. */
@Entity('withdrawal')
@Index('withdrawal_newest_first', ['at', 'id'])
export class WithdrawalEntity {
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'withdrawal_id' })
  id!: string;

  /** The code with which they came. */
  @Column('text')
  code!: string;

  @Index('withdrawal_of_collection')
  @Column('uuid')
  collectionId!: string;

  @ManyToOne(() => Collection, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'collection_id', foreignKeyConstraintName: 'withdrawal_takes' })
  collection!: Collection;

  /** No foreign key: it outlives who did it. */
  @Column('uuid', { nullable: true })
  actorId!: string | null;

  @Column('text')
  reason!: string;

  /** How many had it taken away. */
  @Column('integer')
  people!: number;

  @CreateDateColumn({ type: 'timestamptz', precision: 3 })
  at!: Date;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  undoneAt!: Date | null;
}

/** A library entry as it stood before it was withdrawn; gone once it is given back. */
@Entity('withdrawn_entry')
export class WithdrawnEntryEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'withdrawn_entry_id' })
  withdrawalId!: string;

  @Index('withdrawn_entry_person')
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'withdrawn_entry_id' })
  personId!: string;

  @ManyToOne(() => WithdrawalEntity, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'withdrawal_id', foreignKeyConstraintName: 'withdrawn_entry_belongs' })
  withdrawal!: WithdrawalEntity;

  @ManyToOne(() => Person, { onDelete: 'CASCADE', deferrable: 'INITIALLY DEFERRED' })
  @JoinColumn({ name: 'person_id', foreignKeyConstraintName: 'withdrawn_entry_from' })
  person!: Person;

  @Column('text')
  message!: string;

  @Column({ type: 'timestamptz', precision: 3 })
  addedAt!: Date;
}
