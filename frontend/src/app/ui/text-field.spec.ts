import { TestBed } from '@angular/core/testing';
import { TextField } from './text-field';

describe('a line of text to fill in', () => {
  it('is called by its label, and says a hint or what is wrong', async () => {
    const fixture = TestBed.createComponent(TextField);
    const set = async (name: string, value: unknown) => {
      fixture.componentRef.setInput(name, value);
      await fixture.whenStable();
    };
    await set('label', 'Nom');
    await set('hint', 'Comme les autres le voient');
    const host = fixture.nativeElement as HTMLElement;
    document.body.append(host);
    const input = host.querySelector('input')!;
    const said = () =>
      document.getElementById(input.getAttribute('aria-describedby') ?? '')?.textContent;
    expect(input.labels?.[0]?.textContent).toBe('Nom');
    expect([said(), input.getAttribute('aria-invalid')]).toEqual([
      'Comme les autres le voient',
      'false',
    ]);
    await set('wrong', 'Il manque un nom');
    expect([said(), input.getAttribute('aria-invalid')]).toEqual(['Il manque un nom', 'true']);
    input.value = 'Ada';
    input.dispatchEvent(new Event('input'));
    expect(fixture.componentInstance.text()).toBe('Ada');
    host.remove();
  });
});
