import { inject, Pipe, PipeTransform } from '@angular/core';
import { erasedName } from '@cartable/contract';
import { Texts } from './texts';

/** `owner.displayName | named`: who was erased has no name but this, in the language of the page. Impure: that may change under it. */
@Pipe({ name: 'named', pure: false })
export class Named implements PipeTransform {
  private readonly texts = inject(Texts);

  transform(displayName: string): string {
    return displayName === erasedName ? this.texts.of('ui.erased') : displayName;
  }
}
