import * as z from 'zod';
import { savedTables } from './tables';

/**
 * The file is gzipped text, a JSON value a line: a header, then for each table its name and its rows, then how many rows
 * there are. Rows are objects; what stands between them are arrays.
 */
export const FORMAT = 1;

/** The first line. */
export const Header = z.object({
  cartable: z.literal('backup'),
  format: z.int(),
  madeAt: z.iso.datetime(),
  /** The history that was saved; restoring begins another. */
  epoch: z.uuid(),
  /** Those that had run: the version of the schema. */
  migrations: z.array(z.string()).min(1),
});
export type Header = z.infer<typeof Header>;

const Table = z.enum(savedTables);
export type Table = z.infer<typeof Table>;

/** How many rows each table has. */
export const Counts = z.partialRecord(Table, z.int().min(0));
export type Counts = z.infer<typeof Counts>;

export const TableLine = z.tuple([z.literal('table'), Table]);
/** The last line: a file that ends without it was cut off. */
export const EndLine = z.tuple([z.literal('end'), Counts]);

/** What a backup holds, in a few words and no names. */
export const summary = (counts: Counts): string =>
  `${counts.person ?? 0} people, ${counts.collection ?? 0} collections, ${counts.card ?? 0} cards, ` +
  `${counts.share_code ?? 0} share codes, ${counts.user_event ?? 0} events`;
