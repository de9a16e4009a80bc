import { ChangeDetectionStrategy, Component, computed, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { TranslocoPipe } from '@jsverse/transloco';
import { Plural } from '../../../i18n/plural';
import { ShownFault } from './sayings';

const AT_FIRST = 50;

/** Which lines stay out, and why. */
@Component({
  selector: 'app-fault-list',
  imports: [MatButton, Plural, TranslocoPipe],
  template: `
    <h2>{{ 'adminImport.faults.heading' | plural: lines() }}</h2>
    <p class="quiet">{{ 'adminImport.faults.hint' | transloco }}</p>
    <ul class="sheet">
      @for (fault of shown(); track $index) {
        <li>
          <strong>{{ 'adminImport.faults.line' | transloco: { line: fault.line } }}</strong>
          @if (fault.field) {
            <span>
              {{ 'adminImport.fields.' + fault.field | transloco }}
              @if (fault.said) {
                <span translate="no">{{
                  'adminImport.faults.said' | transloco: { said: fault.said }
                }}</span>
              }
            </span>
          }
          <span class="why">{{
            'adminImport.faults.' + fault.reason | transloco: { other: fault.other }
          }}</span>
        </li>
      }
    </ul>
    @if (shown().length < faults().length) {
      <button matButton="outlined" type="button" (click)="all.set(true)">
        {{ 'adminImport.faults.all' | plural: faults().length }}
      </button>
    }
  `,
  styleUrl: './fault-list.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FaultList {
  readonly faults = input.required<readonly ShownFault[]>();

  protected readonly all = signal(false);
  protected readonly lines = computed(() => new Set(this.faults().map(({ line }) => line)).size);
  protected readonly shown = computed(() =>
    this.all() ? this.faults() : this.faults().slice(0, AT_FIRST),
  );
}
