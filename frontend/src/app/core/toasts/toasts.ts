import { inject, Injectable } from '@angular/core';
import { Router } from '@angular/router';
import { Notification } from '@cartable/contract';
import { ToastrService } from 'ngx-toastr';
import { Texts } from '../../i18n/texts';
import { ToastPayload } from './toast-card';

/** Short, polite notes at the edge of the page. Each says what happened; most lead somewhere. */
@Injectable({ providedIn: 'root' })
export class Toasts {
  private readonly toastr = inject(ToastrService);
  private readonly texts = inject(Texts);
  private readonly router = inject(Router);

  added({ title, collectionId }: Notification): void {
    const address = `/collections/${collectionId}`;
    this.show('toast-success', title, this.texts.of('toasts.added'), {
      address,
      action: this.texts.of('toasts.open'),
    });
  }

  withdrawn({ title }: Notification): void {
    this.show('toast-info', title, this.texts.of('toasts.withdrawn'));
  }

  hidden({ title }: Notification): void {
    this.show('toast-info', title, this.texts.of('toasts.hidden'));
  }

  /** What an administrator did or says; the words themselves are in the list. */
  moderated({ title, act = 'message', code = '' }: Notification): void {
    this.show('toast-warning', title, this.texts.of(`toasts.moderated.${act}`, { code }), {
      address: '/notifications',
      action: this.texts.of('toasts.see'),
    });
  }

  several(count: number): void {
    this.show('toast-success', this.texts.plural('toasts.several', count), '', {
      address: '/notifications',
      action: this.texts.of('toasts.see'),
    });
  }

  /** A code that had to wait turned out not to be importable. */
  refused(code: string, reasonKey: string): void {
    this.show('toast-warning', code, this.texts.of(reasonKey), {
      address: `/i/${code}`,
      action: this.texts.of('toasts.see'),
    });
  }

  /** Somebody, maybe this person in another tab, ended the session. */
  signedOut(because: string): void {
    this.show('toast-warning', '', this.texts.of(`shell.ended.${because}`));
  }

  /** A page that is wanted has no code here yet. */
  unloaded(): void {
    this.show('toast-warning', '', this.texts.of('toasts.unloaded'));
  }

  private show(look: string, title: string, message: string, payload?: ToastPayload): void {
    const toast = this.toastr.show(message, title, { payload }, look);
    if (payload) toast?.onTap.subscribe(() => void this.router.navigateByUrl(payload.address));
  }
}
