import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { Person } from '../accounts/person.entity';
import { ClassEntity } from './class.entity';

/** Somebody who learns or teaches in a class. */
@Entity('class_member')
@Check('class_member_role_known', `"role" IN ('student', 'teacher')`)
export class ClassMember {
  @PrimaryColumn('uuid')
  classId!: string;

  @Index('class_member_person')
  @PrimaryColumn('uuid')
  personId!: string;

  @Column('text')
  role!: 'student' | 'teacher';

  @ManyToOne(() => ClassEntity, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'class_id' })
  class!: ClassEntity;

  @ManyToOne(() => Person, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'person_id' })
  person!: Person;
}
