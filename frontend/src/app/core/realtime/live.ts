import { inject, Injectable } from '@angular/core';
import { LiveEventData, LiveEventName } from '@cartable/contract';
import { filter, map, Observable } from 'rxjs';
import { Link } from './link';

/** What is told only to open screens: neither kept nor replayed. */
@Injectable({ providedIn: 'root' })
export class Live {
  private readonly link = inject(Link);

  on<N extends LiveEventName>(name: N): Observable<LiveEventData<N>> {
    return this.link.live.pipe(
      filter((message) => message.name === name),
      map(({ data }) => data as LiveEventData<N>),
    );
  }
}
