import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { Keyboard } from './keyboard';
import { KeysDialogOpener } from './keys-dialog-opener';

const open = jest.fn();

function press(key: string, on: HTMLElement = document.body, init: KeyboardEventInit = {}) {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...init });
  const keyboard = TestBed.inject(Keyboard);
  const listen = (e: Event) => keyboard.press(e as KeyboardEvent);
  document.addEventListener('keydown', listen, { once: true });
  on.dispatchEvent(event);
  return event;
}

describe('the keys that work everywhere', () => {
  beforeEach(() => {
    open.mockClear();
    document.body.innerHTML = '';
    TestBed.configureTestingModule({
      providers: [provideRouter([]), { provide: KeysDialogOpener, useValue: { open } }],
    });
  });

  it('shows the keys at ?', () => {
    press('?');
    expect(open).toHaveBeenCalled();
  });

  it('goes to the search of the page at /', () => {
    document.body.innerHTML = '<input type="search" />';
    expect(press('/').defaultPrevented).toBe(true);
    expect(document.activeElement).toBe(document.querySelector('input'));
  });

  it('goes to the page that has a search when this one has none', () => {
    const navigate = jest.spyOn(TestBed.inject(Router), 'navigate').mockResolvedValue(true);
    press('/');
    expect(navigate).toHaveBeenCalledWith(['/collections'], { queryParams: { focus: 'search' } });
  });

  it.each(['<input type="text" />', '<textarea></textarea>', '<select></select>'])(
    'leaves the letter to %s',
    (html) => {
      document.body.innerHTML = html;
      const event = press('?', document.body.firstElementChild as HTMLElement);
      expect(event.defaultPrevented).toBe(false);
      expect(open).not.toHaveBeenCalled();
    },
  );

  it('leaves the browser its own shortcuts', () => {
    expect(press('/', document.body, { ctrlKey: true }).defaultPrevented).toBe(false);
  });
});
