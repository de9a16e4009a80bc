import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { TranslocoPipe } from '@jsverse/transloco';
import { NearEnd } from '../ui/near-end';
import { Pages } from './pages';

/** Below a list that goes on: the rest comes by itself as one gets there, and when it is asked for. */
@Component({
  selector: 'app-more',
  imports: [MatButton, NearEnd, TranslocoPipe],
  template: `
    @if (list().hasMore()) {
      <button
        matButton="outlined"
        type="button"
        (appNearEnd)="list().loadMore()"
        (click)="list().loadMore()"
      >
        {{ (list().stuck() ? 'ui.stuck' : 'ui.more') | transloco }}
      </button>
    }
  `,
  styles: `
    button {
      display: block;
      margin: 20px auto 0;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class More {
  readonly list = input.required<Pages<unknown>>();
}
