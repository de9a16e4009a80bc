import { ChangeDetectionStrategy, Component, ElementRef, inject, viewChild } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { NavigationEnd, Router, RouterLink, RouterLinkActive, RouterOutlet } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { distinctUntilChanged, filter, map, skip } from 'rxjs';
import { Notifications } from '../core/notifications/notifications';
import { Session } from '../core/session/session';
import { Count } from '../i18n/count';
import { Plural } from '../i18n/plural';
import { Avatar } from '../ui/avatar';
import { Brand } from '../ui/brand';
import { Icon } from '../ui/icon';
import { Popover } from '../ui/popover';
import { AccountPanel } from './account-panel';
import { ConnectionBadge } from './connection-badge';
import { Keyboard } from './keyboard';
import { StatusStrip } from './status-strip';

/** The frame of every page but sign-in and projection: the bar, the strip that says what is amiss, the way around. */
@Component({
  selector: 'app-shell',
  imports: [
    AccountPanel,
    Avatar,
    Brand,
    ConnectionBadge,
    Count,
    Icon,
    Plural,
    Popover,
    RouterLink,
    RouterLinkActive,
    RouterOutlet,
    StatusStrip,
    TranslocoPipe,
  ],
  templateUrl: './shell.html',
  styleUrl: './shell.scss',
  host: { '(document:keydown)': 'keyboard.press($event)' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Shell {
  protected readonly session = inject(Session);
  protected readonly notifications = inject(Notifications);
  protected readonly keyboard = inject(Keyboard);
  private readonly main = viewChild.required<ElementRef<HTMLElement>>('main');

  constructor() {
    // A new page is announced from its beginning; the first one is the browser's to announce.
    inject(Router)
      .events.pipe(
        filter((event) => event instanceof NavigationEnd),
        map((event) => event.urlAfterRedirects.split(/[?#]/)[0]),
        distinctUntilChanged(),
        skip(1),
        takeUntilDestroyed(),
      )
      .subscribe(() => this.toContent());
  }

  protected toContent(): void {
    this.main().nativeElement.focus({ preventScroll: true });
  }
}
