import type { NewCard } from '@cartable/contract';

/** A collection that the demo school starts with. */
export interface DemoCollection {
  title: string;
  description: string;
  /** Subject and year, as a French school names them. */
  cards: NewCard[];
}
