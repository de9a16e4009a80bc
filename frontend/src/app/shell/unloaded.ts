import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { UnloadedPage } from '../core/pages/unloaded-page';
import { EmptyState } from '../ui/empty-state';

/** In the place of a page that could not be fetched, where no other stands. Part of what is fetched first, and so without Material. */
@Component({
  selector: 'app-unloaded',
  imports: [EmptyState, TranslocoPipe],
  template: `
    <main>
      <h1 class="visually-hidden">{{ 'shell.unloaded.heading' | transloco }}</h1>
      <app-empty-state
        class="page"
        icon="offline"
        [heading]="'shell.unloaded.heading' | transloco"
        [text]="'shell.unloaded.text' | transloco"
      >
        <button type="button" (click)="unloaded.loadNow()">
          {{ 'shell.unloaded.retry' | transloco }}
        </button>
      </app-empty-state>
    </main>
  `,
  styles: `
    button {
      min-height: 44px;
      padding-inline: 24px;
      border: 0;
      border-radius: 22px;
      background: var(--blue);
      color: var(--on-blue);
      font: inherit;
      font-weight: 650;
      cursor: pointer;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Unloaded {
  protected readonly unloaded = inject(UnloadedPage);
}
