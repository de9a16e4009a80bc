import { Card, Collection, CollectionWithCards, EventData } from '@cartable/contract';
import { createActionGroup, emptyProps, props } from '@ngrx/store';

export const listActions = createActionGroup({
  source: 'Collections list',
  events: {
    Cleared: emptyProps(),
    /** Somebody wants to see the list. */
    Load: emptyProps(),
    /** Nobody asked: what failed is tried again. */
    'Load Again': emptyProps(),
    Loaded: props<{ collections: Collection[] }>(),
    'Load Failed': emptyProps(),
    Looked: props<{ id: string }>(),
  },
});

export const detailActions = createActionGroup({
  source: 'Collection details',
  events: {
    Open: props<{ id: string }>(),
    Loaded: props<{ collection: CollectionWithCards }>(),
    'Load Failed': props<{ id: string; gone: boolean }>(),
  },
});

/** What the person's stream told. */
export const streamActions = createActionGroup({
  source: 'Stream',
  events: {
    'New Collection': props<{ data: EventData<'newCollection'> }>(),
    'Collection Updated': props<{ data: EventData<'collectionUpdated'> }>(),
    'Collection Removed': props<{ data: EventData<'collectionRemoved'> }>(),
    'Collection Moderated': props<{ data: EventData<'collectionModerated'> }>(),
  },
});

/** What the server answered to this page's own acts. */
export const answerActions = createActionGroup({
  source: 'Own acts',
  events: {
    Put: props<{ collection: CollectionWithCards }>(),
    Apply: props<{ change: EventData<'collectionUpdated'> }>(),
    'Put Cards': props<{ id: string; cards: Card[]; rev: number; at: string }>(),
    'Drop Card': props<{ id: string; cardId: string; rev: number; at: string }>(),
    Drop: props<{ id: string }>(),
  },
});
