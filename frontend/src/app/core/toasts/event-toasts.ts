import { inject, Injectable } from '@angular/core';
import { Notification } from '@cartable/contract';
import { OwnImports } from '../imports/own-imports';
import { noticeOf } from '../notifications/notice-of';
import { Link } from '../realtime/link';
import { Stream } from '../realtime/stream';
import { ToastClaims } from './toast-claims';
import { Toasts } from './toasts';

/** For so long after it is back, a connection may be bringing what was missed. */
const CATCHING_UP_MS = 2_000;
const QUIET_MS = 300;

interface News {
  key: string;
  notice: Notification;
}

/**
 * Announces what others did: one toast an event over all tabs of the browser, none in the tab that did it, and one for all that was
 * missed while there was no connection.
 */
@Injectable({ providedIn: 'root' })
export class EventToasts {
  private readonly link = inject(Link);
  private readonly stream = inject(Stream);
  private readonly own = inject(OwnImports);
  private readonly claims = inject(ToastClaims);
  private readonly toasts = inject(Toasts);
  private gathered: News[] = [];
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** Once, when the page starts. */
  start(): void {
    this.stream.events.subscribe((event) => {
      const notice = noticeOf(event);
      if (notice)
        this.gather({ key: `${event.epoch}:${event.seq}:${notice.collectionId}`, notice });
    });
  }

  private gather(news: News): void {
    this.gathered.push(news);
    clearTimeout(this.timer);
    const catchingUp = Date.now() - this.link.connectedAt < CATCHING_UP_MS;
    if (catchingUp) this.timer = setTimeout(() => void this.announce(), QUIET_MS);
    else void this.announce();
  }

  private async announce(): Promise<void> {
    const gathered = this.gathered;
    this.gathered = [];
    const foreign: News[] = [];
    for (const news of gathered) {
      const isOwn =
        news.notice.name === 'newCollection' && (await this.own.claim(news.notice.collectionId));
      if (!isOwn) foreign.push(news);
    }
    const mine = await this.claims.claim(foreign.map(({ key }) => key));
    this.show(foreign.filter(({ key }) => mine.has(key)).map(({ notice }) => notice));
  }

  private show(notices: readonly Notification[]): void {
    const [first] = notices;
    if (!first) return;
    if (notices.length > 1) this.toasts.several(notices.length);
    else if (first.name === 'newCollection') this.toasts.added(first);
    else if (first.name === 'collectionModerated') this.toasts.moderated(first);
    else if (first.act === 'hidden') this.toasts.hidden(first);
    else this.toasts.withdrawn(first);
  }
}
