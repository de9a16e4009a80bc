import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  inject,
  input,
  linkedSignal,
  model,
  viewChild,
} from '@angular/core';
import { CardFace } from '../card-face/card-face';
import { Icon } from '../icon';

interface Words {
  front: string;
  back: string;
}

/**
 * A card that turns around its long side by click, tap, Space or Enter. The side that lies down is out of reach for
 * focus and screen reader; the side that comes up is read out politely.
 */
@Component({
  selector: 'app-flip-card',
  imports: [CardFace, Icon],
  templateUrl: './flip-card.html',
  styleUrl: './flip-card.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { '(click)': 'turnUnlessReading($event)', '[class.turned]': 'turned()' },
})
export class FlipCard {
  /** Which card it is: words of the same card are held while it is turned, another card's are not. */
  readonly cardId = input.required<string>();
  readonly front = input.required<string>();
  readonly back = input.required<string>();
  readonly frontName = input.required<string>();
  readonly backName = input.required<string>();
  /** What the button says that turns the card. */
  readonly turnLabel = input.required<string>();
  readonly turned = model(false);

  /** A turned card is being read: it keeps its words until it is turned back. */
  protected readonly words = linkedSignal<{ id: string; turned: boolean } & Words, Words>({
    source: () => ({
      id: this.cardId(),
      turned: this.turned(),
      front: this.front(),
      back: this.back(),
    }),
    computation: ({ id, turned, front, back }, before) =>
      turned && before?.source.id === id ? before.value : { front, back },
    equal: (one, other) => one.front === other.front && one.back === other.back,
  });

  /** A back that nobody has looked at is not laid out: a page of many cards scrolls the lighter for it. */
  protected readonly hasBack = linkedSignal<{ id: string; turned: boolean }, boolean>({
    source: () => ({ id: this.cardId(), turned: this.turned() }),
    computation: ({ id, turned }, before) => turned || (before?.source.id === id && before.value),
  });

  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly button = viewChild.required<ElementRef<HTMLButtonElement>>('button');

  turn(): void {
    this.turned.update((turned) => !turned);
  }

  focus(): void {
    this.button().nativeElement.focus({ preventScroll: true });
  }

  protected turnUnlessReading(event: MouseEvent): void {
    const onLink = event.target instanceof Element && event.target.closest('a') !== null;
    if (!onLink && !this.isSelecting()) this.turn();
  }

  private isSelecting(): boolean {
    const selection = getSelection();
    return selection?.type === 'Range' && this.host.nativeElement.contains(selection.anchorNode);
  }
}
