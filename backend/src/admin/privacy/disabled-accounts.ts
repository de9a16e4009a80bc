import { Injectable } from '@nestjs/common';
import { DailyWork } from '../../platform/daily-work';
import { SchoolSettingsService } from '../../platform/school-settings/school-settings.service';
import { ErasureService } from './erasure.service';

/** Erases accounts that have been disabled for longer than the settings' `disabledDays`, if they name any. */
@Injectable()
export class DisabledAccounts extends DailyWork {
  constructor(
    private readonly schoolSettings: SchoolSettingsService,
    private readonly erasure: ErasureService,
  ) {
    super();
  }

  /** Erases now, one after the other; returns how many are gone. */
  async erase(): Promise<number> {
    const { disabledDays } = await this.schoolSettings.read();
    if (disabledDays === null) return 0;
    let gone = 0;
    while (!this.signal.aborted && (await this.erasure.eraseDisabled(disabledDays))) gone += 1;
    return gone;
  }

  protected async work(): Promise<void> {
    const accounts = await this.erase();
    if (accounts > 0) this.logger.log({ accounts }, 'disabled accounts erased');
  }
}
