import { inject, Injectable } from '@angular/core';
import { toObservable } from '@angular/core/rxjs-interop';
import { Actions, createEffect, ofType } from '@ngrx/effects';
import { Action, Store } from '@ngrx/store';
import {
  catchError,
  distinctUntilChanged,
  filter,
  from,
  fromEvent,
  map,
  merge,
  mergeMap,
  Observable,
  of,
  switchMap,
  take,
  takeUntil,
  tap,
  timer,
  withLatestFrom,
} from 'rxjs';
import { fullJitter } from '../browser/full-jitter';
import { ProblemError } from '../problems/problem-error';
import { Link } from '../realtime/link';
import { StreamEvent } from '../realtime/arrival';
import { Stream } from '../realtime/stream';
import { Session } from '../session/session';
import { CollectionsApi } from './collections-api';
import { CollectionsLoader } from './collections-loader';
import { detailActions, listActions, streamActions } from './collections.actions';
import { collectionsFeature } from './collections.feature';

/** Brings the store what the server knows: the list once, then what the stream tells, and single collections when needed. */
@Injectable()
export class CollectionsEffects {
  private readonly actions = inject(Actions);
  private readonly store = inject(Store);
  private readonly api = inject(CollectionsApi);
  private readonly loader = inject(CollectionsLoader);
  private readonly stream = inject(Stream);
  private readonly session = inject(Session);
  private readonly cleared = this.actions.pipe(ofType(listActions.cleared));
  private readonly signedIn = toObservable(this.session.state).pipe(
    filter((state) => state === 'signed-in'),
  );
  private readonly fetching = new Set<string>();
  private failures = 0;

  /** Another person, another list. Whose session merely expired finds the page as it was. */
  readonly person = createEffect(() =>
    toObservable(this.session.state).pipe(
      map((state) =>
        state === 'signed-out' && this.session.endedBecause() !== 'expired'
          ? null
          : this.session.person()?.id,
      ),
      filter((id) => id !== undefined),
      distinctUntilChanged(),
      tap(() => this.stream.stop()),
      mergeMap((id) =>
        id === null ? [listActions.cleared()] : [listActions.cleared(), listActions.load()],
      ),
    ),
  );

  readonly load = createEffect(() =>
    this.actions.pipe(
      ofType(listActions.load, listActions.loadAgain),
      // Once it was read, the stream keeps it up to date.
      filter(() => this.stream.position() === null),
      switchMap(() =>
        from(this.loader.all()).pipe(
          tap(() => (this.failures = 0)),
          mergeMap(({ collections, stream }) => {
            return of(listActions.loaded({ collections })).pipe(
              tap({ complete: () => this.stream.startFrom(stream) }),
            );
          }),
          catchError(() => of(listActions.loadFailed())),
          takeUntil(this.cleared),
        ),
      ),
    ),
  );

  readonly again = createEffect(() =>
    this.actions.pipe(
      ofType(listActions.loadFailed),
      switchMap(() =>
        merge(timer(fullJitter(this.failures++)), fromEvent(window, 'online')).pipe(
          take(1),
          takeUntil(this.cleared),
        ),
      ),
      switchMap(() => this.signedIn.pipe(take(1), takeUntil(this.cleared))),
      map(() => listActions.loadAgain()),
    ),
  );

  readonly told = createEffect(() =>
    this.stream.events.pipe(
      map(toAction),
      filter((action) => action !== null),
    ),
  );

  readonly open = createEffect(() =>
    this.actions.pipe(
      ofType(detailActions.open),
      withLatestFrom(this.store.select(collectionsFeature.selectDecks)),
      filter(([{ id }, decks]) => decks[id]?.status === 'loading'),
      mergeMap(([{ id }]) => this.fetch(id)),
    ),
  );

  readonly refetch = createEffect(() =>
    merge(
      this.store.select(collectionsFeature.selectStale),
      // What could not be fetched without a connection is fetched with the next one.
      toObservable(inject(Link).connected).pipe(
        filter(Boolean),
        withLatestFrom(this.store.select(collectionsFeature.selectStale)),
        map(([, stale]) => stale),
      ),
    ).pipe(mergeMap((stale) => from(Object.keys(stale)).pipe(mergeMap((id) => this.fetch(id))))),
  );

  constructor() {
    this.stream.onReset(async () => {
      const { collections } = await this.loader.all();
      this.store.dispatch(listActions.loaded({ collections }));
    });
  }

  private fetch(id: string): Observable<Action> {
    if (this.fetching.has(id)) return of();
    this.fetching.add(id);
    return from(this.api.get(id).finally(() => this.fetching.delete(id))).pipe(
      map((collection) => detailActions.loaded({ collection })),
      catchError((error: unknown) => of(detailActions.loadFailed({ id, gone: isGone(error) }))),
      takeUntil(this.cleared),
    );
  }
}

const isGone = (error: unknown) =>
  error instanceof ProblemError &&
  (error.code === 'not-found' || error.code === 'validation-failed');

/** Null: nothing to be done about it. */
function toAction(event: StreamEvent): Action | null {
  switch (event.name) {
    case 'newCollection':
      return streamActions.newCollection({ data: event.data });
    case 'collectionUpdated':
      return streamActions.collectionUpdated({ data: event.data });
    case 'collectionRemoved':
      return streamActions.collectionRemoved({ data: event.data });
    case 'collectionModerated':
      return streamActions.collectionModerated({ data: event.data });
    case 'tombstone':
      return null;
  }
}
