import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { PeopleImported } from '@cartable/contract';
import { TranslocoPipe } from '@jsverse/transloco';
import { Connection } from '../../../core/realtime/connection';
import { Count } from '../../../i18n/count';
import { Plural } from '../../../i18n/plural';
import { AlikeList } from './alike-list';
import { ImportState } from './import-state';
import { UpdateList } from './update-list';

/** What would come of a checked file, what is to be decided before, and the button that does it. */
@Component({
  selector: 'app-foreseen',
  imports: [AlikeList, Count, MatButton, Plural, TranslocoPipe, UpdateList],
  templateUrl: './foreseen.html',
  styleUrl: './foreseen.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Foreseen {
  readonly told = input.required<PeopleImported>();
  readonly started = output();

  protected readonly state = inject(ImportState);
  protected readonly offline = computed(() => this.connection.state() === 'offline');
  protected readonly coming = computed(() => this.state.created() + this.state.changed());
  protected readonly counts = computed(() => {
    const { state } = this;
    return [
      { what: 'created', number: state.created() },
      { what: 'changed', number: state.changed() },
      { what: 'unchanged', number: this.told().unchanged },
      ...(state.alike().length > 0 ? [{ what: 'undecided', number: state.undecided() }] : []),
      { what: 'leftOut', number: state.leftOut() },
    ];
  });
  /** Why nothing can be done, as a key of our texts. */
  protected readonly why = computed(() => {
    if (this.coming() > 0) return '';
    if (this.state.undecided() > 0) return 'decideFirst';
    if (this.told().unchanged === 0) return 'noneGood';
    return this.state.leftOut() === 0 ? 'nothing' : 'restIsThere';
  });

  private readonly connection = inject(Connection);
}
