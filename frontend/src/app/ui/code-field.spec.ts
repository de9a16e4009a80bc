import { TestBed } from '@angular/core/testing';
import { CodeField } from './code-field';

function field() {
  const fixture = TestBed.createComponent(CodeField);
  fixture.componentRef.setInput('label', 'Code');
  fixture.detectChanges();
  const input = (fixture.nativeElement as HTMLElement).querySelector('input')!;
  const type = (text: string, caret = text.length) => {
    input.value = text;
    input.setSelectionRange(caret, caret);
    input.dispatchEvent(new Event('input'));
    fixture.detectChanges();
    return input;
  };
  return { type, text: () => fixture.componentInstance.text() };
}

describe('the field for a share code', () => {
  it('puts capitals and the hyphen by itself', () => {
    const { type } = field();
    expect(type('bkrt').value).toBe('BKRT');
    expect(type('BKRTm').value).toBe('BKRT-M');
    expect(type('BKRT-M').selectionStart).toBe(6);
  });

  it('understands spaces and a pasted address', () => {
    const { type, text } = field();
    expect(type(' bkrt mvpl ').value).toBe('BKRT-MVPL');
    expect(type('https://cartable.example/i/bkrtmvpl?x=1').value).toBe('BKRT-MVPL');
    expect(text()).toBe('BKRT-MVPL');
  });

  it('keeps what was typed when a letter is wrong', () => {
    const { type, text } = field();
    expect(type('BKRA').value).toBe('BKRA');
    expect(text()).toBe('BKRA');
  });

  it('leaves the caret behind the letter that was put in the middle', () => {
    const { type } = field();
    expect(type('BKxRTMVP', 3).value).toBe('BKXR-TMVP');
    expect(type('BKxRTMVP', 3).selectionStart).toBe(3);
  });
});
