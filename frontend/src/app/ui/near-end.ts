import { DestroyRef, Directive, ElementRef, inject, output } from '@angular/core';

/** Tells when the end of a list is about to come into view: time to fetch more. */
@Directive({ selector: '[appNearEnd]' })
export class NearEnd {
  readonly appNearEnd = output<void>();

  constructor() {
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) this.appNearEnd.emit();
      },
      { rootMargin: '400px' },
    );
    observer.observe(inject<ElementRef<Element>>(ElementRef).nativeElement);
    inject(DestroyRef).onDestroy(() => observer.disconnect());
  }
}
