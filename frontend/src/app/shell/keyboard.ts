import { DOCUMENT } from '@angular/common';
import { inject, Injectable } from '@angular/core';
import { Router } from '@angular/router';
import { KeysDialogOpener } from './keys-dialog-opener';

/** The keys that work on every page: `/` searches, `?` shows the keys. They stay letters where somebody is typing. */
@Injectable({ providedIn: 'root' })
export class Keyboard {
  private readonly document = inject(DOCUMENT);
  private readonly router = inject(Router);
  private readonly keys = inject(KeysDialogOpener);

  press(event: KeyboardEvent): void {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key !== '/' && event.key !== '?') return;
    if (isTyping(event.target) || this.document.querySelector('[aria-modal="true"]')) return;
    event.preventDefault();
    if (event.key === '?') void this.keys.open();
    else void this.search();
  }

  private async search(): Promise<void> {
    const field = this.document.querySelector<HTMLElement>('input[type="search"]');
    if (field) field.focus();
    else await this.router.navigate(['/collections'], { queryParams: { focus: 'search' } });
  }
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches('input:not([type="radio"]), textarea, select'))
  );
}
