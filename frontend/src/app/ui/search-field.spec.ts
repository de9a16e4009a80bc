import { TestBed } from '@angular/core/testing';
import { TranslocoTestingModule } from '@jsverse/transloco';
import { SearchField } from './search-field';

describe('the field for what a list is searched for', () => {
  it('is emptied at a press, and has the focus again', async () => {
    TestBed.configureTestingModule({
      imports: [TranslocoTestingModule.forRoot({ langs: { fr: {} } })],
    });
    const fixture = TestBed.createComponent(SearchField);
    fixture.componentRef.setInput('label', 'Chercher');
    const host = fixture.nativeElement as HTMLElement;
    document.body.append(host);
    await fixture.whenStable();
    const input = host.querySelector('input')!;
    expect(host.querySelector('button')).toBeNull();
    input.value = 'volcan';
    input.dispatchEvent(new Event('input'));
    await fixture.whenStable();
    expect(fixture.componentInstance.text()).toBe('volcan');
    host.querySelector('button')?.click();
    await fixture.whenStable();
    expect([input.value, fixture.componentInstance.text()]).toEqual(['', '']);
    expect(document.activeElement).toBe(input);
  });
});
