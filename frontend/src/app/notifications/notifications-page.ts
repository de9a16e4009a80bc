import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  signal,
  untracked,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { Notifications } from '../core/notifications/notifications';
import { Connection } from '../core/realtime/connection';
import { Day } from '../i18n/day';
import { Named } from '../i18n/named';
import { EmptyState } from '../ui/empty-state';
import { NearEnd } from '../ui/near-end';
import { tabColour } from '../ui/tab-colour';
import { Unread } from '../ui/unread';
import { byDay, dayName } from './days';

/** What the toasts said, kept: newest first, by day; what was not read yet stays marked while one looks. */
@Component({
  selector: 'app-notifications-page',
  imports: [Day, EmptyState, MatButton, Named, NearEnd, RouterLink, TranslocoPipe, Unread],
  templateUrl: './notifications-page.html',
  styleUrl: './notifications-page.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NotificationsPage {
  protected readonly notifications = inject(Notifications);
  protected readonly offline = computed(() => this.connection.state() === 'offline');
  protected readonly days = computed(() => byDay(this.notifications.items()));
  /** Everything up to here had been read when the page was opened. */
  protected readonly readBefore = signal(Number.MAX_SAFE_INTEGER);
  protected readonly tab = tabColour;

  private readonly connection = inject(Connection);

  constructor() {
    void this.notifications.load();
    effect(() => {
      const items = this.notifications.items();
      const unseen = this.notifications.unseen();
      if (items.length === 0 || unseen === 0) return;
      untracked(() => {
        const firstRead = items[unseen]?.seq ?? 0;
        this.readBefore.update((before) => Math.min(before, firstRead));
        void this.notifications.markSeen();
      });
    });
  }

  protected name(day: number): 'today' | 'yesterday' | 'earlier' {
    return dayName(day, Date.now());
  }
}
