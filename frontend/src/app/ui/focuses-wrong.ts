import { afterNextRender, Directive, ElementRef, inject, Injector } from '@angular/core';

/** Who sends a form in which something is wrong is taken to the first field that is. */
@Directive({ selector: 'form[appFocusesWrong]', host: { '(submit)': 'look()' } })
export class FocusesWrong {
  private readonly form = inject<ElementRef<HTMLFormElement>>(ElementRef).nativeElement;
  private readonly injector = inject(Injector);

  /** Once it is drawn: some of it may be known only now that the form was sent. */
  protected look(): void {
    const find = () => this.form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
    afterNextRender(find, { injector: this.injector });
  }
}
