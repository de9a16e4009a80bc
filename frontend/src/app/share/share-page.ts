import { LiveAnnouncer } from '@angular/cdk/a11y';
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
  signal,
  viewChild,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { RouterLink } from '@angular/router';
import { ClassSummary, NewShareCodeBody, ShareCode } from '@cartable/contract';
import { TranslocoPipe } from '@jsverse/transloco';
import { firstValueFrom } from 'rxjs';
import { ClassesApi } from '../core/classes/classes-api';
import { Collections } from '../core/collections/collections';
import { problemKey } from '../core/problems/problem-text';
import { Day } from '../i18n/day';
import { Plural } from '../i18n/plural';
import { Texts } from '../i18n/texts';
import { Delayed } from '../ui/delayed';
import { EmptyState } from '../ui/empty-state';
import { Icon } from '../ui/icon';
import { KeepsFocus } from '../ui/keeps-focus';
import { CodePanel } from './code-panel';
import { codeState } from './code-state';
import { CodesOfCollection } from './codes-of-collection';
import { GiftForm } from './gift-form';
import { NewCodeForm } from './new-code-form';
import { RevokeDialog } from './revoke-dialog';

/** Where a teacher makes the code that opens a collection, and finds the ones that were made. */
@Component({
  selector: 'app-share-page',
  imports: [
    CodePanel,
    Day,
    Delayed,
    EmptyState,
    GiftForm,
    Icon,
    KeepsFocus,
    MatButton,
    NewCodeForm,
    Plural,
    RouterLink,
    TranslocoPipe,
  ],
  providers: [CodesOfCollection],
  templateUrl: './share-page.html',
  styleUrl: './share-page.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SharePage {
  readonly id = input.required<string>();

  protected readonly codes = inject(CodesOfCollection);
  protected readonly title = computed(() => this.collections.summary(this.id())()?.title ?? '');
  protected readonly classes = signal<readonly ClassSummary[]>([]);
  protected readonly adding = signal(false);
  protected readonly busy = signal(false);
  protected readonly refused = signal('');
  protected readonly revokeRefused = signal('');
  protected readonly shown = computed(() => {
    const all = this.codes.all();
    return (
      all.find(({ code }) => code === this.chosen()) ??
      all.find((one) => this.stateOf(one) === 'active') ??
      all[0]
    );
  });
  protected readonly others = computed(() =>
    this.codes.all().filter(({ code }) => code !== this.shown()?.code),
  );

  private readonly panel = viewChild<unknown, ElementRef<HTMLElement>>('panel', {
    read: ElementRef,
  });
  private readonly chosen = signal('');
  private readonly collections = inject(Collections);
  private readonly dialog = inject(MatDialog);
  private readonly announcer = inject(LiveAnnouncer);
  private readonly texts = inject(Texts);
  private readonly classesApi = inject(ClassesApi);
  private readonly injector = inject(Injector);

  constructor() {
    effect(() => void this.codes.load(this.id()));
    void this.readClasses();
  }

  protected stateOf(code: ShareCode): ReturnType<typeof codeState> {
    return codeState(code, Date.now());
  }

  protected show(code: ShareCode): void {
    this.chosen.set(code.code);
    scrollTo({ top: 0 });
  }

  /** Without them a code is still to be had: it is open to all. */
  private async readClasses(): Promise<void> {
    try {
      this.classes.set((await this.classesApi.taught()).items);
    } catch {
      this.classes.set([]);
    }
  }

  protected async create(wishes: NewShareCodeBody): Promise<void> {
    this.busy.set(true);
    this.refused.set('');
    try {
      const { code } = await this.codes.create(this.id(), wishes);
      this.chosen.set(code);
      this.adding.set(false);
      // The form is gone: what it made comes next.
      afterNextRender(() => this.panel()?.nativeElement.focus(), { injector: this.injector });
      void this.announcer.announce(this.texts.of('share.made', { code: spelled(code) }));
    } catch (error) {
      this.refused.set(problemKey(error));
    } finally {
      this.busy.set(false);
    }
  }

  protected async revoke({ code }: ShareCode): Promise<void> {
    const dialog = this.dialog.open<RevokeDialog, string, boolean>(RevokeDialog, {
      data: code,
      width: '440px',
    });
    if (!(await firstValueFrom(dialog.afterClosed()))) return;
    this.revokeRefused.set('');
    try {
      await this.codes.revoke(code);
      this.chosen.set(code);
      void this.announcer.announce(this.texts.of('share.revoked', { code: spelled(code) }));
    } catch (error) {
      this.revokeRefused.set(problemKey(error));
    }
  }
}

/** Letter by letter: a screen reader would try to say the code as a word. */
const spelled = (code: string): string => [...code].join(' ');
