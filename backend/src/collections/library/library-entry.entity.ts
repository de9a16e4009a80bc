import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import type { CollectionRole } from '@cartable/contract';
import { Person } from '../../accounts/person.entity';
import { Collection } from '../collection.entity';

/** One person has one collection: as its owner, or following it. The primary key is what makes an import happen once. */
@Entity('library_entry')
@Check('library_entry_role_known', `"role" IN ('owner', 'follower')`)
@Index('library_entry_newest_first', ['personId', 'addedAt', 'collectionId'])
export class LibraryEntry {
  @PrimaryColumn('uuid')
  personId!: string;

  @Index('library_entry_collection')
  @PrimaryColumn('uuid')
  collectionId!: string;

  @ManyToOne(() => Person, { onDelete: 'CASCADE', deferrable: 'INITIALLY DEFERRED' })
  @JoinColumn({ name: 'person_id' })
  person!: Person;

  @ManyToOne(() => Collection, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'collection_id' })
  collection!: Collection;

  @Column('text')
  role!: CollectionRole;

  /** The teacher's message, as it stood when the collection was imported. */
  @Column('text', { default: '' })
  message!: string;

  @Column({ type: 'timestamptz', precision: 3 })
  addedAt!: Date;
}
