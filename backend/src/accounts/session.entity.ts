import type { SessionEnd } from '@cartable/contract';
import {
  Column,
  CreateDateColumn,
  Entity,
  Index,
  JoinColumn,
  ManyToOne,
  PrimaryGeneratedColumn,
} from 'typeorm';
import { Person } from './person.entity';

/** One sign-in on one device, and the family of its refresh tokens. */
@Entity('session')
export class Session {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Index('session_person')
  @Column('uuid')
  personId!: string;

  @ManyToOne(() => Person, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'person_id' })
  person!: Person;

  /** The refresh token that counts is the one with this number. */
  @Column('integer', { default: 0 })
  rotation!: number;

  @Column({ type: 'timestamptz', precision: 3, default: () => 'now()' })
  rotatedAt!: Date;

  @Column({ type: 'timestamptz', precision: 3 })
  expiresAt!: Date;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  endedAt!: Date | null;

  /** Null as well for those that ended before this was written down. */
  @Column('text', { nullable: true })
  endedBecause!: SessionEnd | null;

  @CreateDateColumn({ type: 'timestamptz', precision: 3 })
  createdAt!: Date;
}
