import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { toObservable, toSignal } from '@angular/core/rxjs-interop';
import { Router, RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { map, of, switchMap, timer } from 'rxjs';
import { Imports } from '../core/imports/imports';
import { Connection } from '../core/realtime/connection';
import { Session } from '../core/session/session';
import { Plural } from '../i18n/plural';
import { Icon } from '../ui/icon';

const PATIENCE_MS = 3000;

/** A thin strip under the bar, never in the way: offline for three seconds, or signed out without having asked for it. */
@Component({
  selector: 'app-status-strip',
  imports: [Icon, Plural, RouterLink, TranslocoPipe],
  templateUrl: './status-strip.html',
  styleUrl: './status-strip.scss',
  host: { role: 'status' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class StatusStrip {
  protected readonly router = inject(Router);
  protected readonly queued = computed(() => this.imports.queued().length);
  protected readonly ended = computed(() =>
    this.session.state() === 'signed-out' ? this.session.endedBecause() : null,
  );
  private readonly imports = inject(Imports);
  private readonly session = inject(Session);

  protected readonly offline = toSignal(
    toObservable(inject(Connection).offlineSince).pipe(
      switchMap((since) =>
        since === null
          ? of(false)
          : timer(Math.max(0, since + PATIENCE_MS - Date.now())).pipe(map(() => true)),
      ),
    ),
    { initialValue: false },
  );
}
