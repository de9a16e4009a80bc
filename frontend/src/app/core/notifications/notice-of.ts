import { Notification } from '@cartable/contract';
import { StreamEvent } from '../realtime/arrival';

/** What the notification list keeps of an event; null for what it doesn't show, as on the server. */
export function noticeOf(event: StreamEvent): Notification | null {
  const { seq, at } = event;
  if (event.name === 'newCollection' && event.data.role === 'follower') {
    const { id: collectionId, title, owner } = event.data.collection;
    return { seq, at, name: event.name, collectionId, title, by: owner.displayName };
  }
  if (event.name === 'collectionRemoved' && event.data.reason === 'withdrawn') {
    const { collectionId, title, by } = event.data;
    return { seq, at, name: event.name, collectionId, title, by };
  }
  if (event.name === 'collectionRemoved' && event.data.reason === 'hidden') {
    const { collectionId, title, by } = event.data;
    return { seq, at, name: event.name, collectionId, title, by, act: 'hidden' };
  }
  if (event.name === 'collectionModerated') {
    const { collectionId, title, act, text, code } = event.data;
    return { seq, at, name: event.name, collectionId, title, by: '', act, text, code };
  }
  return null;
}
