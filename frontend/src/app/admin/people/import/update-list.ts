import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { ImportUpdate } from '@cartable/contract';
import { TranslocoPipe } from '@jsverse/transloco';
import { Count } from '../../../i18n/count';
import { Plural } from '../../../i18n/plural';

/** What a file changes of people who are there, folded up: what it was, and what it will be. */
@Component({
  selector: 'app-update-list',
  imports: [Count, Plural, TranslocoPipe],
  template: `
    <details>
      <summary>{{ 'adminImport.updates.show' | plural: total() }}</summary>
      @if (updates().length < total()) {
        <p class="quiet">
          {{ 'adminImport.updates.first' | transloco: { count: (updates().length | count) } }}
        </p>
      }
      <ul class="sheet">
        @for (update of updates(); track update.line) {
          <li>
            <strong>{{
              'adminImport.alike.line' | transloco: { line: update.line, name: update.displayName }
            }}</strong>
            @for (change of update.changes; track change.field) {
              <span>{{
                'adminImport.updates.change'
                  | transloco
                    : {
                        field: ('adminImport.fields.' + change.field | transloco),
                        before: change.before ?? ('adminImport.updates.empty' | transloco),
                        after: change.after,
                      }
              }}</span>
            }
            @if (update.joins.length > 0) {
              <span>{{ 'adminImport.updates.joins' | transloco: named(update.joins) }}</span>
            }
            @if (update.besides.length > 0) {
              <span>{{
                'adminImport.updates.' + (leave() ? 'leaves' : 'stays')
                  | transloco: named(update.besides)
              }}</span>
            }
          </li>
        }
      </ul>
    </details>
  `,
  styleUrl: './update-list.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class UpdateList {
  readonly updates = input.required<readonly ImportUpdate[]>();
  readonly total = input.required<number>();
  readonly leave = input.required<boolean>();

  protected readonly named = (classes: readonly string[]) => ({ classes: classes.join(', ') });
}
