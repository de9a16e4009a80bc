import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  inject,
  input,
  model,
  viewChild,
} from '@angular/core';
import { CardFace } from '../card-face/card-face';
import { Icon } from '../icon';

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
  readonly front = input.required<string>();
  readonly back = input.required<string>();
  readonly frontName = input.required<string>();
  readonly backName = input.required<string>();
  /** What the button says that turns the card. */
  readonly turnLabel = input.required<string>();
  readonly turned = model(false);

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
