import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MAT_DIALOG_DATA, MatDialogModule, MatDialogRef } from '@angular/material/dialog';
import { AdminCode, Outsiders, Revocation } from '@cartable/contract';
import { TranslocoPipe } from '@jsverse/transloco';
import { Reading } from '../../core/http/reading';
import { Plural } from '../../i18n/plural';
import { Texts } from '../../i18n/texts';
import { FocusesWrong } from '../../ui/focuses-wrong';
import { KeepsFocus } from '../../ui/keeps-focus';
import { Act } from '../act';
import { Outcome } from '../outcome';
import { CodesApi } from './codes-api';
import { isReason, ReasonField } from './reason-field';

/** Switches a code off and, if wished, takes the collection from those outside the class; shows first who that is. */
@Component({
  selector: 'app-admin-revoke-dialog',
  imports: [
    FocusesWrong,
    KeepsFocus,
    MatButton,
    MatDialogModule,
    Outcome,
    Plural,
    ReasonField,
    TranslocoPipe,
  ],
  templateUrl: './revoke-dialog.html',
  styleUrl: './revoke-dialog.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AdminRevokeDialog {
  protected readonly code = inject<AdminCode>(MAT_DIALOG_DATA);
  protected readonly outsiders = new Reading<Outsiders>();
  protected readonly isOff =
    this.code.revokedAt !== null || Date.parse(this.code.expiresAt) <= Date.now();
  protected readonly withdraw = signal(this.isOff);
  protected readonly reason = signal('');
  protected readonly asked = signal(false);
  protected readonly act = new Act();
  protected readonly total = computed(() => this.outsiders.value()?.total ?? 0);
  /** In whose eyes they are outside. */
  protected readonly whoIsOutside = computed(() => {
    const classes = (this.outsiders.value()?.inside ?? []).map(({ name }) => name).join(', ');
    return classes
      ? this.texts.of('adminCodes.revoking.outside', { classes })
      : this.texts.of('adminCodes.revoking.noClass', { owner: this.code.owner.displayName });
  });
  protected readonly hidden = computed(
    () => this.total() - (this.outsiders.value()?.people.length ?? 0),
  );
  protected readonly reasonMissing = computed(() => this.asked() && !isReason(this.reason()));

  private readonly api = inject(CodesApi);
  private readonly texts = inject(Texts);
  private readonly dialog = inject<MatDialogRef<AdminRevokeDialog, Revocation>>(MatDialogRef);

  constructor() {
    void this.preview();
  }

  protected preview(): Promise<void> {
    return this.outsiders.read(() => this.api.outsiders(this.code.code));
  }

  protected confirm(event: Event): void {
    event.preventDefault();
    this.asked.set(true);
    if (this.reasonMissing()) return;
    const body = { reason: this.reason().trim(), withdraw: this.withdraw() && this.total() > 0 };
    void this.act.run(async () => this.dialog.close(await this.api.revoke(this.code.code, body)));
  }
}
