import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { ShareCodePreview } from '@cartable/contract';
import { TranslocoPipe } from '@jsverse/transloco';
import { Plural } from '../i18n/plural';

/** What a code opens, as its teacher presents it, and the one thing to do with it: add it, or open what one has already. */
@Component({
  selector: 'app-preview-card',
  imports: [MatButton, Plural, RouterLink, TranslocoPipe],
  templateUrl: './preview-card.html',
  styleUrl: './preview-card.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PreviewCard {
  readonly preview = input.required<ShareCodePreview>();
  readonly adding = input(false);
  readonly added = output<void>();

  protected readonly owned = computed(() => this.preview().collectionId);
}
