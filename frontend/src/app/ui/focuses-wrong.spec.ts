import { ChangeDetectionStrategy, Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { FocusesWrong } from './focuses-wrong';

@Component({
  imports: [FocusesWrong],
  template: `
    <form novalidate appFocusesWrong (submit)="send($event)">
      <input id="good" aria-invalid="false" />
      <input id="wrong" [attr.aria-invalid]="tried()" />
      <input id="later" [attr.aria-invalid]="tried()" />
      <button>Send</button>
    </form>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
class Host {
  readonly tried = signal(false);

  send(event: Event): void {
    event.preventDefault();
    this.tried.set(true);
  }
}

describe('a form in which something is wrong', () => {
  it('takes who sends it to the first such field', async () => {
    const fixture = TestBed.createComponent(Host);
    const host = fixture.nativeElement as HTMLElement;
    document.body.append(host);
    await fixture.whenStable();
    host.querySelector('button')!.click();
    await fixture.whenStable();
    expect(document.activeElement?.id).toBe('wrong');
    host.remove();
  });
});
