import type { EventEmitter2 } from '@nestjs/event-emitter';
import { LiveUpdate } from '../../platform/journal/live-update';

/** Tells administrators' screens, after the commit, that a collection was reported or dealt with. */
export function contentStirred(announcements: EventEmitter2, collectionId: string): void {
  announcements.emit(
    LiveUpdate.event,
    new LiveUpdate({ role: 'admin' }, 'contentStirred', { collectionId }),
  );
}
