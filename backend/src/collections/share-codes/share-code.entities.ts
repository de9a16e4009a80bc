import {
  Check,
  Column,
  CreateDateColumn,
  Entity,
  Index,
  JoinColumn,
  ManyToOne,
  PrimaryColumn,
} from 'typeorm';
import type { Heat } from '@cartable/contract';
import { Person } from '../../accounts/person.entity';
import { ClassEntity } from '../../classes/class.entity';
import { Collection } from '../collection.entity';

/** A code that lets who knows it follow a collection. The row outlives its collection, so that no code is used again. */
@Entity('share_code')
@Check('share_code_within_cap', '"max_uses" IS NULL OR "uses" <= "max_uses"')
@Check('share_code_heat_known', `"heat" IN ('many', 'outside')`)
@Index('share_code_of_collection', ['collectionId', 'createdAt', 'code'])
@Index('share_code_newest_first', ['createdAt', 'code'])
@Index('share_code_hot', ['createdAt', 'code'], {
  where: '"heat" IS NOT NULL AND "revoked_at" IS NULL',
})
export class ShareCodeEntity {
  /** Canonical: eight capitals. */
  @PrimaryColumn('text')
  code!: string;

  @Column('uuid', { nullable: true })
  collectionId!: string | null;

  @ManyToOne(() => Collection, { onDelete: 'SET NULL' })
  @JoinColumn({ name: 'collection_id' })
  collection!: Collection | null;

  @Column('text', { default: '' })
  message!: string;

  @Column({ type: 'timestamptz', precision: 3 })
  expiresAt!: Date;

  @Column('integer', { nullable: true })
  maxUses!: number | null;

  @Column('integer', { default: 0 })
  uses!: number;

  /** Only who is in this class may use it. */
  @Index('share_code_of_class')
  @Column('uuid', { nullable: true })
  classId!: string | null;

  @ManyToOne(() => ClassEntity)
  @JoinColumn({ name: 'class_id', foreignKeyConstraintName: 'share_code_for_class' })
  class!: ClassEntity | null;

  /** How many of its uses came from pupils outside the class, when they came. */
  @Column('integer', { default: 0 })
  outsideUses!: number;

  /** Why it needs a look; see `heat.ts`. */
  @Column('text', { nullable: true })
  heat!: Heat | null;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  hotSince!: Date | null;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  revokedAt!: Date | null;

  @CreateDateColumn({ type: 'timestamptz', precision: 3 })
  createdAt!: Date;
}

/** One person has imported with one code: counted once, however often repeated. */
@Entity('share_code_use')
@Index('share_code_use_newest_first', ['code', 'usedAt', 'personId'])
export class ShareCodeUseEntity {
  @PrimaryColumn('text')
  code!: string;

  @PrimaryColumn('uuid')
  personId!: string;

  @ManyToOne(() => ShareCodeEntity, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'code' })
  shareCode!: ShareCodeEntity;

  @Index('share_code_use_person')
  @ManyToOne(() => Person, { onDelete: 'CASCADE', deferrable: 'INITIALLY DEFERRED' })
  @JoinColumn({ name: 'person_id' })
  person!: Person;

  @Column({ type: 'timestamptz', precision: 3 })
  usedAt!: Date;
}
