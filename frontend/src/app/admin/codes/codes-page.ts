import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  input,
  linkedSignal,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router } from '@angular/router';
import { codeStates, CodeState } from '@cartable/contract';
import { TranslocoPipe } from '@jsverse/transloco';
import { Day } from '../../i18n/day';
import { Plural } from '../../i18n/plural';
import { Texts } from '../../i18n/texts';
import { Choice } from '../../ui/choice';
import { EmptyState } from '../../ui/empty-state';
import { FadingEdges } from '../../ui/fading-edges';
import { KeepsFocus } from '../../ui/keeps-focus';
import { pausesIn } from '../../ui/pauses-in';
import { SearchField } from '../../ui/search-field';
import { Unread } from '../../ui/unread';
import { More } from '../more';
import { CodeRow } from './code-row';
import { CodesInHand } from './codes-in-hand';
import { CodesState } from './codes-state';
import { WithdrawalCard } from './withdrawal-card';

/** The room in which codes are watched: which run hot, and what to do about them. */
@Component({
  selector: 'app-codes-page',
  imports: [
    Choice,
    CodeRow,
    Day,
    EmptyState,
    FadingEdges,
    KeepsFocus,
    MatButton,
    More,
    Plural,
    SearchField,
    TranslocoPipe,
    Unread,
    WithdrawalCard,
  ],
  providers: [CodesInHand, CodesState],
  templateUrl: './codes-page.html',
  styleUrl: './codes-page.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CodesPage {
  readonly q = input<string>();
  readonly state = input<string>();

  protected readonly codes = inject(CodesState);
  protected readonly reread = (code: string) => this.codes.changed(code);
  protected readonly undone = computed(() => {
    const undone = this.codes.withdrawals().filter(({ undoneAt }) => undoneAt !== null);
    return new Set(undone.map(({ id }) => id));
  });
  protected readonly search = linkedSignal(() => this.q() ?? '');
  protected readonly showing = computed<CodeState>(
    () => codeStates.find((one) => one === this.state()) ?? 'all',
  );
  protected readonly states = computed(() =>
    codeStates.map((value) => ({ value, label: this.texts.of(`adminCodes.show.${value}`) })),
  );
  protected readonly isFiltered = computed(() => this.search() !== '' || this.showing() !== 'all');

  private readonly texts = inject(Texts);
  private readonly router = inject(Router);

  constructor() {
    effect(() => this.codes.ask(this.showing(), this.q() ?? ''));
    pausesIn(this.search).subscribe((q) => this.ask({ q }));
  }

  protected ask(change: { q?: string; state?: CodeState }): void {
    const asked = { q: this.search(), state: this.showing(), ...change };
    void this.router.navigate([], {
      queryParams: { q: asked.q || null, state: asked.state === 'all' ? null : asked.state },
      replaceUrl: true,
    });
  }

  protected showAll(): void {
    this.search.set('');
    this.ask({ q: '', state: 'all' });
  }
}
