import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  ElementRef,
  inject,
  input,
  viewChild,
} from '@angular/core';
import { hasMarkup } from './has-markup';
import { SideRenderer } from './side-renderer';

/** Shows one side of a card: plain text at once, Markdown and maths as soon as their renderer is there. */
@Component({
  selector: 'app-card-face',
  template: '<div #place class="side"></div>',
  styleUrl: './card-face.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CardFace {
  readonly text = input.required<string>();

  private readonly renderer = inject(SideRenderer);
  private readonly place = viewChild.required<ElementRef<HTMLElement>>('place');
  private readonly marked = computed(() => hasMarkup(this.text()));

  constructor() {
    effect(() => {
      if (this.marked()) this.renderer.need();
    });
    effect(() => {
      const { nativeElement } = this.place();
      const render = this.marked() ? this.renderer.render() : null;
      nativeElement.classList.toggle('plain', !render);
      nativeElement.replaceChildren(render ? render(this.text()) : this.text());
    });
  }
}
