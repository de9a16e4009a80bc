import { ChangeDetectionStrategy, Component } from '@angular/core';
import { RouterLink, RouterLinkActive, RouterOutlet } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';

/** The way around the administrator's rooms. */
@Component({
  selector: 'app-admin-frame',
  imports: [RouterLink, RouterLinkActive, RouterOutlet, TranslocoPipe],
  templateUrl: './admin-frame.html',
  styleUrl: './admin-frame.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AdminFrame {
  /** By path below `/admin`; each names its text `admin.rooms.…`. */
  protected readonly rooms = [
    'overview',
    'people',
    'classes',
    'codes',
    'content',
    'audit',
    'settings',
  ];
}
