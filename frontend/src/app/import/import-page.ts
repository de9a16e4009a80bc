import { Location } from '@angular/common';
import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  input,
  linkedSignal,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import { formatShareCode, readShareCode, SHARE_CODE_LENGTH } from '@cartable/contract';
import { TranslocoPipe } from '@jsverse/transloco';
import { Imports } from '../core/imports/imports';
import { Plural } from '../i18n/plural';
import { CodeField } from '../ui/code-field';
import { Delayed } from '../ui/delayed';
import { Icon } from '../ui/icon';
import { Lookup } from './lookup';
import { PreviewCard } from './preview-card';

/** « Quel est le code ? » One field; the eighth letter shows what the code opens, one button adds it. */
@Component({
  selector: 'app-import-page',
  imports: [CodeField, Delayed, Icon, MatButton, Plural, PreviewCard, RouterLink, TranslocoPipe],
  providers: [Lookup],
  templateUrl: './import-page.html',
  styleUrl: './import-page.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ImportPage {
  readonly code = input<string>();

  protected readonly text = linkedSignal(() => shown(this.code() ?? ''));
  protected readonly reading = computed(() => readShareCode(this.text()));
  protected readonly complete = computed(() => {
    const reading = this.reading();
    return reading.state === 'complete' ? reading.code : '';
  });
  protected readonly remaining = computed(() => {
    const reading = this.reading();
    return reading.state === 'partial' && reading.code
      ? SHARE_CODE_LENGTH - reading.code.length
      : 0;
  });
  protected readonly wrong = computed(
    () => !('code' in this.reading()) || this.lookup.finding().state === 'unknown',
  );
  protected readonly minutes = computed(() => Math.ceil(this.lookup.countdown.left() / 60));
  protected readonly address = computed(() => `/i/${formatShareCode(this.complete())}`);
  protected readonly adding = signal(false);
  protected readonly lookup = inject(Lookup);

  private readonly imports = inject(Imports);
  private readonly router = inject(Router);
  private readonly location = inject(Location);
  private readonly field = viewChild.required(CodeField);

  constructor() {
    effect(() => {
      const code = this.complete();
      untracked(() => {
        if (!code) return this.lookup.clear();
        // In the address, so that it survives a reload and a sign-in.
        this.location.replaceState(this.address());
        void this.lookup.look(code);
      });
    });
    effect(() => {
      const sent = !this.imports.queued().includes(this.complete());
      // What had to wait has been sent: say what became of it.
      if (sent && this.lookup.finding().state === 'queued') untracked(() => this.again());
    });
  }

  protected async add(): Promise<void> {
    const code = this.complete();
    if (!code || this.adding()) return;
    this.adding.set(true);
    try {
      const done = await this.imports.import(code);
      if (done.kind === 'queued') this.lookup.queued();
      else await this.router.navigate(['/collections', done.result.collection.id]);
    } catch (error) {
      this.lookup.refuse(error);
    } finally {
      this.adding.set(false);
    }
  }

  protected again(): void {
    void this.lookup.look(this.complete());
  }

  protected another(): void {
    this.text.set('');
    this.field().focus();
  }

  /** Enter does what the one button in view does. */
  protected async submit(event: Event): Promise<void> {
    event.preventDefault();
    const finding = this.lookup.finding();
    if (finding.state === 'found' && finding.preview.collectionId) {
      await this.router.navigate(['/collections', finding.preview.collectionId]);
    } else if (finding.state === 'found' || finding.state === 'offline') {
      await this.add();
    }
  }
}

function shown(typed: string): string {
  const reading = readShareCode(typed);
  return 'code' in reading ? formatShareCode(reading.code) : typed;
}
