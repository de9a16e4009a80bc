import { Column, CreateDateColumn, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import type { AuditAct, AuditSubject } from '@cartable/contract';

/** Who did what to what, when, from where. Rows are only ever added: a trigger refuses everything else. */
@Entity('audit_entry')
@Index('audit_newest_first', ['at', 'id'])
@Index('audit_of_subject', ['subjectId', 'at'])
@Index('audit_of_actor', ['actorId', 'at'])
@Index('audit_of_member', { synchronize: false })
@Index('audit_of_act', ['act', 'at', 'id'])
export class AuditEntity {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @CreateDateColumn({ type: 'timestamptz', precision: 3 })
  at!: Date;

  /** Null: a stranger, or the command line. */
  @Column('uuid', { nullable: true })
  actorId!: string | null;

  @Column('text')
  act!: AuditAct;

  @Column('text', { nullable: true })
  subjectKind!: AuditSubject | null;

  /** No foreign key: the entry outlives what it is about. */
  @Column('text', { nullable: true })
  subjectId!: string | null;

  /** Ids, codes, numbers, words of ours and an administrator's reasons; no names, e-mails or card text. */
  @Column('jsonb', { default: {} })
  details!: object;

  @Column('inet', { nullable: true })
  address!: string | null;
}
