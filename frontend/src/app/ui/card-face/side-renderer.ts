import { Injectable, signal } from '@angular/core';

export type RenderSide = (text: string) => DocumentFragment;

/** Fetches the renderer of Markdown and maths once, the first time that a side needs it. */
@Injectable({ providedIn: 'root' })
export class SideRenderer {
  private readonly fetched = signal<RenderSide | null>(null);
  private fetching: Promise<void> | null = null;

  readonly render = this.fetched.asReadonly();

  need(): void {
    this.fetching ??= import('./render-side').then(
      ({ renderSide }) => this.fetched.set(renderSide),
      // Offline before the first formula: the source stands there, and the next card tries again.
      () => {
        this.fetching = null;
      },
    );
  }
}
