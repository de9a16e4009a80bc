import { DOCUMENT } from '@angular/common';
import { inject, Injectable, signal } from '@angular/core';
import { Locale } from '@cartable/contract';
import { TranslocoService } from '@jsverse/transloco';
import { firstValueFrom } from 'rxjs';
import { Kept } from '../core/browser/kept';

/** Also read by `public/first-paint.js`, before anything else runs. */
const kept = new Kept('cartable.language');

/** The language of the page: kept over reloads, told to assistive technology, French until somebody chooses. */
@Injectable({ providedIn: 'root' })
export class Language {
  private readonly transloco = inject(TranslocoService);
  private readonly document = inject(DOCUMENT);
  private readonly chosen = signal<Locale>('fr');

  readonly current = this.chosen.asReadonly();

  start(): Promise<void> {
    return this.use(kept.read() === 'en' ? 'en' : 'fr');
  }

  async use(locale: Locale): Promise<void> {
    await firstValueFrom(this.transloco.load(locale));
    this.transloco.setActiveLang(locale);
    this.document.documentElement.lang = locale;
    this.chosen.set(locale);
    kept.write(locale);
  }
}
