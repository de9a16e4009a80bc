import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import type { Role } from '@cartable/contract';
import { Person } from '../accounts/person.entity';
import { ClassEntity } from './class.entity';

/** Somebody who learns or teaches in a class. */
@Entity('class_member')
export class ClassMember {
  @PrimaryColumn('uuid')
  classId!: string;

  @Index('class_member_person')
  @PrimaryColumn('uuid')
  personId!: string;

  /** The person's: pupils learn here, everybody else teaches. It follows when they get another. */
  @Column('text')
  role!: Role;

  @ManyToOne(() => ClassEntity, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'class_id' })
  class!: ClassEntity;

  @ManyToOne(() => Person, { onDelete: 'CASCADE', onUpdate: 'CASCADE' })
  @JoinColumn([
    { name: 'person_id', referencedColumnName: 'id' },
    { name: 'role', referencedColumnName: 'role' },
  ])
  person!: Person;
}
