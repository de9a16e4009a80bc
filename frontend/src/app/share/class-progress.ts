import type { ClassProgress } from '@cartable/contract';

/** The same class after a pupil came, who may have been counted already. */
export function arrived(progress: ClassProgress, personId: string): ClassProgress {
  const missing = progress.missing.filter(({ id }) => id !== personId);
  const come = progress.missing.length - missing.length;
  return come === 0 ? progress : { ...progress, have: progress.have + come, missing };
}
