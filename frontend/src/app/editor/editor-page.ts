import {
  CdkFixedSizeVirtualScroll,
  CdkVirtualForOf,
  CdkVirtualScrollableWindow,
  CdkVirtualScrollViewport,
} from '@angular/cdk/scrolling';
import {
  afterNextRender,
  ChangeDetectionStrategy,
  ChangeDetectorRef,
  Component,
  computed,
  effect,
  ElementRef,
  inject,
  Injector,
  input,
  OnDestroy,
  signal,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { RouterLink } from '@angular/router';
import { limits } from '@cartable/contract';
import { TranslocoPipe } from '@jsverse/transloco';
import { Collections } from '../core/collections/collections';
import { PageTitle } from '../i18n/page-title';
import { Plural } from '../i18n/plural';
import { CardFace } from '../ui/card-face/card-face';
import { EmptyState } from '../ui/empty-state';
import { Icon } from '../ui/icon';
import { CardRow, RowKey } from './card-row';
import { Manuscripts } from './manuscripts';
import { Manuscript } from './manuscript';
import { PasteDialog } from './paste-dialog';
import { Row } from './row';

const ROW_PX = 148;

/** Writes a collection without the mouse: Tab to the back, Enter to the next card; everything is saved by itself. */
@Component({
  selector: 'app-editor-page',
  imports: [
    CardFace,
    CardRow,
    CdkFixedSizeVirtualScroll,
    CdkVirtualForOf,
    CdkVirtualScrollableWindow,
    CdkVirtualScrollViewport,
    EmptyState,
    Icon,
    MatButton,
    Plural,
    RouterLink,
    TranslocoPipe,
  ],
  templateUrl: './editor-page.html',
  styleUrl: './editor-page.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { '(window:beforeunload)': 'warn($event)' },
})
export class EditorPage implements OnDestroy {
  readonly id = input.required<string>();

  protected readonly rowPx = ROW_PX;
  protected readonly most = limits.cardsPerCollection;
  protected readonly manuscript = computed(() => this.manuscripts.of(this.id()));
  protected readonly whole = computed(() => this.manuscript().whole());
  protected readonly status = computed(() => this.collections.detailsStatus(this.id())());
  /** The text of the side that has the focus. */
  protected readonly focused = signal('');

  private readonly manuscripts = inject(Manuscripts);
  private readonly collections = inject(Collections);
  private readonly dialog = inject(MatDialog);
  private readonly title = inject(PageTitle);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly injector = inject(Injector);
  private readonly changes = inject(ChangeDetectorRef);

  constructor() {
    effect(() => this.collections.open(this.id()));
    effect(() => {
      const whole = this.whole();
      if (whole) this.title.say(whole.title);
    });
  }

  ngOnDestroy(): void {
    this.manuscript().finishRemoval();
    this.manuscript().flush();
  }

  protected collectionsOpen(): void {
    this.collections.open(this.id());
  }

  protected byKey(_index: number, row: Row): string {
    return row.key;
  }

  protected act(row: Row, index: number, key: RowKey): void {
    const manuscript = this.manuscript();
    if (key === 'next') this.focusRow(index + 1);
    else if (key === 'insert') {
      manuscript.insertBelow(row.key);
      this.changes.detectChanges();
      this.focusRow(index + 1);
    } else if (key === 'delete') {
      manuscript.remove(row.key);
      this.focusRow(Math.max(0, index - 1));
    } else manuscript.move(row.key, key === 'up' ? -1 : 1);
  }

  protected paste(text = ''): void {
    this.dialog.open<PasteDialog, { text: string; manuscript: Manuscript }>(PasteDialog, {
      data: { text, manuscript: this.manuscript() },
      width: '720px',
      maxWidth: '96vw',
    });
  }

  protected warn(event: BeforeUnloadEvent): void {
    if (this.manuscripts.unsent()) event.preventDefault();
  }

  /** At once where the row stands, so that no letter typed fast lands in the row before. */
  private focusRow(index: number): void {
    if (this.focusStanding(index)) return;
    afterNextRender(() => this.focusStanding(index), { injector: this.injector });
  }

  private focusStanding(index: number): boolean {
    const side = this.host.querySelector<HTMLElement>(`[data-row="${index}"] textarea`);
    side?.focus();
    return side !== null;
  }
}
