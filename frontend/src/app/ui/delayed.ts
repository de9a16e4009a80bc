import {
  DestroyRef,
  Directive,
  inject,
  OnInit,
  TemplateRef,
  ViewContainerRef,
} from '@angular/core';

const PATIENCE_MS = 200;

/** Shows its content after 200 ms: what loads faster than that never flashes a skeleton. */
@Directive({ selector: '[appDelayed]' })
export class Delayed implements OnInit {
  private readonly template = inject<TemplateRef<unknown>>(TemplateRef);
  private readonly container = inject(ViewContainerRef);
  private readonly destroyed = inject(DestroyRef);

  ngOnInit(): void {
    const timer = setTimeout(() => {
      this.container.createEmbeddedView(this.template).detectChanges();
    }, PATIENCE_MS);
    this.destroyed.onDestroy(() => clearTimeout(timer));
  }
}
