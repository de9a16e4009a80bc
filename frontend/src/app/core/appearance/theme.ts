import { DOCUMENT } from '@angular/common';
import { inject, Injectable, signal } from '@angular/core';
import { Kept } from '../browser/kept';

export const themes = ['auto', 'light', 'dark'] as const;
export type ThemeName = (typeof themes)[number];

/** Also read by `public/first-paint.js`, before anything else runs. */
const kept = new Kept('cartable.theme');

/** Light, dark or as the device says; kept on this device, for it suits a screen and not a person. */
@Injectable({ providedIn: 'root' })
export class Theme {
  private readonly root = inject(DOCUMENT).documentElement;
  private readonly chosen = signal<ThemeName>(
    themes.find((theme) => theme === kept.read()) ?? 'auto',
  );

  readonly current = this.chosen.asReadonly();

  choose(theme: ThemeName): void {
    this.chosen.set(theme);
    if (theme === 'auto') delete this.root.dataset['theme'];
    else this.root.dataset['theme'] = theme;
    kept.write(theme);
  }
}
