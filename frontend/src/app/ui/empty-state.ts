import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { Icon } from './icon';
import { IconName } from './icon-shapes';

/** Says why there is nothing here and, with the buttons it is given, what to do about it. */
@Component({
  selector: 'app-empty-state',
  imports: [Icon],
  template: `
    <div class="stack" aria-hidden="true">
      <i></i><i></i><b><app-icon [name]="icon()" /></b>
    </div>
    <h2>{{ heading() }}</h2>
    @if (text()) {
      <p>{{ text() }}</p>
    }
    <div class="actions"><ng-content /></div>
  `,
  styleUrl: './empty-state.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class EmptyState {
  readonly icon = input<IconName>('stack');
  readonly heading = input.required<string>();
  readonly text = input('');
}
