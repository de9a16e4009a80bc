import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn } from 'typeorm';
import { Collection } from '../collection.entity';

/** Two sides of text, in Markdown with maths. */
@Entity('card')
@Index('card_in_order', ['collectionId', 'position'])
export class CardEntity {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column('uuid')
  collectionId!: string;

  @ManyToOne(() => Collection, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'collection_id' })
  collection!: Collection;

  @Column('text')
  front!: string;

  @Column('text')
  back!: string;

  /** Sorts the cards of a collection; numbers may be missing between. */
  @Column('integer')
  position!: number;

  /** The collection's revision in which the card last changed. */
  @Column('integer')
  rev!: number;
}
