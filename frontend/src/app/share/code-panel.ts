import { Clipboard } from '@angular/cdk/clipboard';
import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  linkedSignal,
  output,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { ShareCode } from '@cartable/contract';
import { TranslocoPipe } from '@jsverse/transloco';
import { Count } from '../i18n/count';
import { Day } from '../i18n/day';
import { Plural } from '../i18n/plural';
import { Icon } from '../ui/icon';
import { Qr } from '../ui/qr/qr';
import { codeState } from './code-state';
import { ShareAddress } from './share-address';

/** One code, large: to read out, to copy, to photograph, to project, to switch off. */
@Component({
  selector: 'app-code-panel',
  imports: [Count, Day, Icon, MatButton, Plural, Qr, RouterLink, TranslocoPipe],
  templateUrl: './code-panel.html',
  styleUrl: './code-panel.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CodePanel {
  readonly code = input.required<ShareCode>();
  readonly revoked = output();

  protected readonly address = inject(ShareAddress);
  protected readonly link = computed(() => this.address.of(this.code().code));
  protected readonly state = computed(() => codeState(this.code(), Date.now()));
  /** What the last copy came to; a different code starts afresh. */
  protected readonly copied = linkedSignal<string, '' | 'code' | 'link' | 'failed'>({
    source: () => this.code().code,
    computation: () => '',
  });

  private readonly clipboard = inject(Clipboard);

  protected copy(what: 'code' | 'link'): void {
    const text = what === 'code' ? this.code().code : this.link();
    this.copied.set(this.clipboard.copy(text) ? what : 'failed');
  }
}
