import { ChangeDetectionStrategy, Component } from '@angular/core';
import { RouterLink, RouterLinkActive, RouterOutlet } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { FadingEdges } from '../ui/fading-edges';
import { PeopleListing } from './people/people-listing';

/** The way around the administrator's rooms. */
@Component({
  selector: 'app-admin-frame',
  providers: [PeopleListing],
  imports: [FadingEdges, RouterLink, RouterLinkActive, RouterOutlet, TranslocoPipe],
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

  /** On a phone the row is wider than the screen: where one is must be in view. */
  protected bring(link: HTMLElement, row: HTMLElement): void {
    row.scrollLeft = link.offsetLeft - (row.clientWidth - link.offsetWidth) / 2;
  }
}
