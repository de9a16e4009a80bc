import { Column, CreateDateColumn, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

/** A class of a school, in one school year. */
@Entity('class')
@Index('class_name_once', { synchronize: false })
@Index('class_by_name', { synchronize: false })
export class ClassEntity {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column('text')
  name!: string;

  /** When the year was over; members keep what they have. */
  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  archivedAt!: Date | null;

  @CreateDateColumn({ type: 'timestamptz', precision: 3 })
  createdAt!: Date;
}
