import { TestBed } from '@angular/core/testing';
import { Theme } from './theme';

describe('the theme', () => {
  afterEach(() => {
    localStorage.clear();
    delete document.documentElement.dataset['theme'];
  });

  it('is the device’s until one is chosen, and then kept', () => {
    const theme = TestBed.inject(Theme);
    expect(theme.current()).toBe('auto');
    theme.choose('dark');
    expect(document.documentElement.dataset['theme']).toBe('dark');
    TestBed.resetTestingModule();
    expect(TestBed.inject(Theme).current()).toBe('dark');
  });

  it('can be given back to the device', () => {
    const theme = TestBed.inject(Theme);
    theme.choose('light');
    theme.choose('auto');
    expect(document.documentElement.dataset['theme']).toBeUndefined();
  });

  it('takes no notice of a theme that does not exist', () => {
    localStorage.setItem('cartable.theme', 'plaid');
    expect(TestBed.inject(Theme).current()).toBe('auto');
  });
});
