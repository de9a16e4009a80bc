import { inject, Injectable } from '@angular/core';
import { Title } from '@angular/platform-browser';
import { RouterStateSnapshot, TitleStrategy } from '@angular/router';
import { TranslocoService } from '@jsverse/transloco';

/** The title of the window: the route's key in the language of the moment, or the name that a page gives itself. */
@Injectable({ providedIn: 'root' })
export class PageTitle extends TitleStrategy {
  private readonly transloco = inject(TranslocoService);
  private readonly title = inject(Title);
  private key: string | undefined;

  constructor() {
    super();
    this.transloco.langChanges$.subscribe(() => this.showKey());
  }

  override updateTitle(state: RouterStateSnapshot): void {
    this.key = this.buildTitle(state);
    this.showKey();
  }

  /** A page whose title is data, such as a collection's, says it here. */
  say(name: string): void {
    this.key = undefined;
    this.title.setTitle(`${name} — Cartable`);
  }

  private showKey(): void {
    if (this.key) this.title.setTitle(`${this.transloco.translate(this.key)} — Cartable`);
  }
}
