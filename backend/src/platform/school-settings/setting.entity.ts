import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What administrators decide about the school while the server runs. No row: as it comes. */
@Entity('setting')
export class Setting {
  @PrimaryColumn('text')
  key!: string;

  @Column('jsonb')
  value!: unknown;

  @Column({ type: 'timestamptz', precision: 3, default: () => 'now()' })
  updatedAt!: Date;
}
