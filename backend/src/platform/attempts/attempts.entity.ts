import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The wrong attempts of the last day, by who made them. */
@Entity('attempts')
export class Attempts {
  @PrimaryColumn('text')
  subject!: string;

  @Column({ type: 'timestamptz', array: true, default: () => "'{}'" })
  at!: Date[];
}
