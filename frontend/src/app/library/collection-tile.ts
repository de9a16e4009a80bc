import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Collection } from '@cartable/contract';
import { TranslocoPipe } from '@jsverse/transloco';
import { Named } from '../i18n/named';
import { Plural } from '../i18n/plural';
import { tabColour } from '../ui/tab-colour';

const SUBJECT_LENGTH = 24;

/** A collection as a small stack of cards: its colour is everyone's, its thickness says how many there are. */
@Component({
  selector: 'app-collection-tile',
  imports: [Named, Plural, RouterLink, TranslocoPipe],
  templateUrl: './collection-tile.html',
  styleUrl: './collection-tile.scss',
  host: {
    '[style.--tab]': 'tab()',
    '[class.arriving]': 'arriving()',
    '(animationend)': 'settle($event)',
  },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CollectionTile {
  readonly collection = input.required<Collection>();
  readonly fresh = input<'new' | 'updated' | undefined>();
  readonly arriving = input(false);
  readonly arrived = output<void>();

  protected readonly tab = computed(() => tabColour(this.collection().id));
  /** « SVT 4e » fits beside the author; a whole sentence waits inside. */
  protected readonly subject = computed(() => {
    const { description } = this.collection();
    return description.length <= SUBJECT_LENGTH ? description : '';
  });
  protected readonly sheets = computed(() => {
    const cards = this.collection().cardCount;
    return cards > 60 ? 3 : cards > 20 ? 2 : cards > 1 ? 1 : 0;
  });

  /** The slide ends before the glow; Angular puts the component's name before the animation's. */
  protected settle(event: AnimationEvent): void {
    if (event.animationName.endsWith('glow')) this.arrived.emit();
  }
}
