import { ChangeDetectionStrategy, Component } from '@angular/core';

@Component({
  selector: 'app-board-page',
  template: '',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class BoardPage {}
