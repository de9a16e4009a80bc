import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { TranslocoPipe } from '@jsverse/transloco';
import { Delayed } from './delayed';
import { EmptyState } from './empty-state';

/**
 * Stands where there is nothing to be read yet: it is coming or, if not, why not, with the way to try again. What is put into it shows
 * its shape while it comes: lines of a list, unless something else is.
 */
@Component({
  selector: 'app-unread',
  imports: [Delayed, EmptyState, MatButton, TranslocoPipe],
  template: `
    @if (isComing()) {
      <p class="visually-hidden" role="status">{{ loading() }}</p>
      <div *appDelayed aria-hidden="true">
        <ng-content>
          <div class="sheet">
            <i class="skeleton"></i><i class="skeleton"></i><i class="skeleton"></i>
          </div>
        </ng-content>
      </div>
    } @else {
      <app-empty-state
        [icon]="isOffline() ? 'offline' : 'warning'"
        [heading]="isOffline() ? ('ui.offline' | transloco) : failed()"
        [text]="isOffline() ? offline() : ('ui.unanswered' | transloco)"
      >
        <button matButton="filled" type="button" (click)="again.emit()">
          {{ 'ui.retry' | transloco }}
        </button>
      </app-empty-state>
    }
  `,
  styles: `
    :host {
      display: block;
    }

    .sheet {
      display: grid;
      gap: 26px;
      padding: 24px 18px;
    }

    .sheet .skeleton {
      height: 34px;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Unread {
  readonly status = input.required<string>();
  readonly isOffline = input.required<boolean>();
  /** What is said of it in each case. */
  readonly loading = input.required<string>();
  readonly failed = input.required<string>();
  readonly offline = input.required<string>();
  readonly again = output();

  protected readonly isComing = computed(
    () => !this.isOffline() && ['idle', 'loading'].includes(this.status()),
  );
}
