import { EventData, formatShareCode } from '@cartable/contract';
import type { JournalTransaction } from '../../platform/journal/journal.service';

/** A code, and whose collection it opens. */
export interface OwnedCode {
  code: string;
  collectionId: string;
  title: string;
  ownerId: string;
}

/** Tells the owner what an administrator did about a code of theirs, and why. */
export function tellOwner(
  tx: JournalTransaction,
  { code: stored, collectionId, title, ownerId }: OwnedCode,
  act: EventData<'collectionModerated'>['act'],
  text: string,
): Promise<void> {
  const data = { collectionId, title, act, text, code: formatShareCode(stored) };
  return tx.append({
    name: 'collectionModerated',
    to: [ownerId],
    data,
    notice: { ...data, by: '' },
  });
}
