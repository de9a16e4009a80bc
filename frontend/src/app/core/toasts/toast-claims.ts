import { Injectable } from '@angular/core';
import { exclusively } from '../browser/exclusively';
import { Kept } from '../browser/kept';

const REMEMBERED = 200;
/** How long a tab that nobody looks at leaves a toast to one that is looked at. */
const COURTESY_MS = 300;

/** Decides between the tabs of a browser which of them shows what: each key is given out once. */
@Injectable({ providedIn: 'root' })
export class ToastClaims {
  private readonly recent = new Kept('cartable.toasts');

  /** Those of `keys` that this tab is to show. */
  async claim(keys: readonly string[]): Promise<ReadonlySet<string>> {
    if (document.visibilityState !== 'visible') {
      await new Promise((resolve) => setTimeout(resolve, COURTESY_MS));
    }
    const mine = new Set<string>();
    await exclusively('cartable.toasts', async () => {
      const taken = this.recent.readList();
      for (const key of keys) if (!taken.includes(key)) mine.add(key);
      this.recent.writeList([...taken, ...mine].slice(-REMEMBERED));
      return Promise.resolve();
    });
    return mine;
  }
}
