import { ChangeDetectionStrategy, Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { KeepsFocus } from './keeps-focus';

@Component({
  imports: [KeepsFocus],
  template: `
    <section appKeepsFocus>
      <h1>Heading</h1>
      @if (row()) {
        <ul>
          <li tabindex="-1">
            @if (button()) {
              <button type="button" [disabled]="busy()">Act</button>
            }
          </li>
        </ul>
      }
      <input />
    </section>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
class Page {
  readonly row = signal(true);
  readonly button = signal(true);
  readonly busy = signal(false);
}

async function open() {
  const fixture = TestBed.createComponent(Page);
  document.body.append(fixture.nativeElement as HTMLElement);
  await fixture.whenStable();
  const find = (what: string) =>
    (fixture.nativeElement as HTMLElement).querySelector<HTMLElement>(what);
  find('button')?.focus();
  return { fixture, page: fixture.componentInstance, find };
}

describe('the focus', () => {
  it.each(['busy', 'button'] as const)(
    'stays in its row when %s takes it away from a button',
    async (what) => {
      const { fixture, page, find } = await open();
      page[what].set(what === 'busy');
      await fixture.whenStable();
      expect(document.activeElement).toBe(find('li'));
    },
  );

  it('goes to the heading when the row is gone, too', async () => {
    const { fixture, page, find } = await open();
    page.row.set(false);
    await fixture.whenStable();
    expect(document.activeElement).toBe(find('h1'));
  });

  it('stays where somebody has put it meanwhile', async () => {
    const { fixture, page, find } = await open();
    find('input')?.focus();
    page.row.set(false);
    await fixture.whenStable();
    expect(document.activeElement).toBe(find('input'));
  });
});
