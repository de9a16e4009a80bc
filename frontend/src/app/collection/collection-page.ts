import {
  CdkFixedSizeVirtualScroll,
  CdkVirtualScrollableWindow,
  CdkVirtualScrollViewport,
} from '@angular/cdk/scrolling';
import {
  afterNextRender,
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  ElementRef,
  inject,
  Injector,
  input,
  linkedSignal,
  viewChild,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { Router, RouterLink } from '@angular/router';
import { Collection } from '@cartable/contract';
import { TranslocoPipe } from '@jsverse/transloco';
import { Collections } from '../core/collections/collections';
import { Session } from '../core/session/session';
import { Named } from '../i18n/named';
import { PageTitle } from '../i18n/page-title';
import { Plural } from '../i18n/plural';
import { Delayed } from '../ui/delayed';
import { EmptyState } from '../ui/empty-state';
import { FlipCard } from '../ui/flip-card/flip-card';
import { Grid } from '../ui/grid';
import { Icon } from '../ui/icon';
import { tabColour } from '../ui/tab-colour';
import { LeaveDialog } from './leave-dialog';
import { ReportDialog } from './report-dialog';
import { Study } from './study';

/** A collection: its cards to turn over, one after another to study, and what its owner or follower may do with it. */
@Component({
  selector: 'app-collection-page',
  imports: [
    CdkFixedSizeVirtualScroll,
    CdkVirtualScrollViewport,
    CdkVirtualScrollableWindow,
    Delayed,
    EmptyState,
    FlipCard,
    Grid,
    Icon,
    MatButton,
    Named,
    Plural,
    RouterLink,
    Study,
    TranslocoPipe,
  ],
  templateUrl: './collection-page.html',
  styleUrl: './collection-page.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CollectionPage {
  readonly id = input.required<string>();

  protected readonly collections = inject(Collections);
  protected readonly studying = linkedSignal({ source: this.id, computation: () => false });
  protected readonly summary = computed(() => this.collections.summary(this.id())());
  protected readonly details = computed(() => this.collections.details(this.id())());
  protected readonly status = computed(() => this.collections.detailsStatus(this.id())());
  protected readonly tab = computed(() => tabColour(this.id()));
  protected readonly signedOut = computed(() => this.session.state() === 'signed-out');
  protected readonly mayShare = computed(() => this.session.person()?.role !== 'student');

  /** The person has just said what is wrong with it. */
  protected readonly reported = linkedSignal({ source: this.id, computation: () => false });

  private readonly open = viewChild<unknown, ElementRef<HTMLElement>>('open', { read: ElementRef });
  private readonly session = inject(Session);
  private readonly dialog = inject(MatDialog);
  protected readonly router = inject(Router);
  private readonly title = inject(PageTitle);
  private readonly injector = inject(Injector);

  constructor() {
    // Also when the session is back: what was refused meanwhile is read again.
    effect(() => {
      if (!this.signedOut()) this.collections.open(this.id());
    });
    effect(() => {
      const summary = this.summary();
      if (!summary) return;
      this.title.say(summary.title);
      this.collections.looked(summary.id);
    });
  }

  protected backToAll(): void {
    this.studying.set(false);
    afterNextRender(() => this.open()?.nativeElement.focus(), { injector: this.injector });
  }

  protected report(collection: Collection): void {
    const dialog = this.dialog.open<ReportDialog, Collection, boolean>(ReportDialog, {
      data: collection,
      width: '520px',
    });
    dialog.afterClosed().subscribe((sent) => {
      if (sent) this.reported.set(true);
    });
  }

  protected leave(collection: Collection): void {
    const dialog = this.dialog.open<LeaveDialog, Collection, boolean>(LeaveDialog, {
      data: collection,
      maxWidth: 520,
    });
    dialog.afterClosed().subscribe((left) => {
      if (left) void this.router.navigate(['/collections']);
    });
  }
}
