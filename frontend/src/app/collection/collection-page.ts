import { ChangeDetectionStrategy, Component } from '@angular/core';

@Component({
  selector: 'app-collection-page',
  template: '',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CollectionPage {}
