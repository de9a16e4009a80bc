import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  input,
  signal,
  viewChild,
} from '@angular/core';

let popovers = 0;

/**
 * A button in the bar and the panel it opens (what is marked `popoverPanel`). The browser's own popover brings the top layer,
 * Escape, a click beside it and the focus back to the button.
 */
@Component({
  selector: 'app-popover',
  template: `
    <button type="button" class="trigger" [attr.popovertarget]="id" [attr.aria-label]="label()">
      <ng-content />
    </button>
    <div
      #panel
      class="panel"
      popover="auto"
      role="dialog"
      [id]="id"
      [attr.aria-label]="label()"
      (toggle)="opened.set($event.newState === 'open')"
    >
      <ng-content select="[popoverPanel]" />
    </div>
  `,
  styleUrl: './popover.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Popover {
  readonly label = input.required<string>();

  protected readonly id = `popover-${++popovers}`;
  protected readonly opened = signal(false);
  readonly open = this.opened.asReadonly();
  private readonly panel = viewChild.required<ElementRef<HTMLElement>>('panel');

  close(): void {
    if (this.opened()) this.panel().nativeElement.hidePopover();
  }
}
