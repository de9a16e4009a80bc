import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { Connection } from '../core/realtime/connection';
import { Popover } from '../ui/popover';
import { ConnectionDetail } from './connection-detail';

/** A dot and two words: whether the page is live. Its panel says the rest to who asks. */
@Component({
  selector: 'app-connection-badge',
  imports: [ConnectionDetail, Popover, TranslocoPipe],
  template: `
    @let state = 'shell.live.state.' + connection.state() | transloco;
    <app-popover #popover [label]="'shell.live.label' | transloco: { state }">
      <span class="dot" [class]="connection.state()"></span>
      <span class="words">{{ state }}</span>
      <div popoverPanel>
        @defer (when popover.open(); prefetch on idle) {
          <app-connection-detail />
        } @error {
          <p>{{ 'shell.partMissing' | transloco }}</p>
        }
      </div>
    </app-popover>
  `,
  styleUrl: './connection-badge.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ConnectionBadge {
  protected readonly connection = inject(Connection);
}
