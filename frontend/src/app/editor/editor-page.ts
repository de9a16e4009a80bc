import { ChangeDetectionStrategy, Component } from '@angular/core';

@Component({
  selector: 'app-editor-page',
  template: '',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class EditorPage {}
