import {
  Check,
  Column,
  CreateDateColumn,
  Entity,
  Index,
  JoinColumn,
  ManyToOne,
  PrimaryGeneratedColumn,
} from 'typeorm';
import { Person } from '../accounts/person.entity';

/** A set of cards that one person owns. Whoever has it, its owner included, has a {@link LibraryEntry}. */
@Entity('collection')
@Check('collection_rev_positive', '"rev" > 0')
@Index('collection_title_words', { synchronize: false })
export class Collection {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Index('collection_owner')
  @Column('uuid')
  ownerId!: string;

  @ManyToOne(() => Person, { deferrable: 'INITIALLY DEFERRED' })
  @JoinColumn({ name: 'owner_id' })
  owner!: Person;

  @Column('text')
  title!: string;

  @Column('text', { default: '' })
  description!: string;

  /** Grows by one with each change that is visible to its readers. */
  @Column('integer', { default: 1 })
  rev!: number;

  @Column('integer', { default: 0 })
  cardCount!: number;

  /** Bytes of UTF-8 in all cards. */
  @Column('integer', { default: 0 })
  bytes!: number;

  /** Its owner deleted it and left the followers this last state. */
  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  frozenAt!: Date | null;

  @CreateDateColumn({ type: 'timestamptz', precision: 3 })
  createdAt!: Date;

  /** Administrators have taken it away from all but its owner. */
  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  hiddenAt!: Date | null;

  @Column({ type: 'timestamptz', precision: 3, default: () => 'now()' })
  updatedAt!: Date;
}
