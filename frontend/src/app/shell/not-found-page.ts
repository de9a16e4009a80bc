import { ChangeDetectionStrategy, Component } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { EmptyState } from '../ui/empty-state';

/** An address that leads nowhere, and the way back. */
@Component({
  selector: 'app-not-found-page',
  imports: [EmptyState, MatButton, RouterLink, TranslocoPipe],
  template: `
    <h1 class="visually-hidden">{{ 'shell.notFound.title' | transloco }}</h1>
    <app-empty-state
      class="page"
      icon="search"
      [heading]="'shell.notFound.title' | transloco"
      [text]="'shell.notFound.text' | transloco"
    >
      <a matButton="filled" routerLink="/collections">{{ 'shell.notFound.back' | transloco }}</a>
    </app-empty-state>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NotFoundPage {}
