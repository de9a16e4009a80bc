import { heatOf } from './heat';

describe('a share code', () => {
  it('that a class uses is not hot, nor when a few more come', () => {
    expect(heatOf({ all: 28, outside: 0, classSize: 28 })).toBeNull();
    expect(heatOf({ all: 47, outside: 0, classSize: 28 })).toBeNull();
  });

  it('is hot when its uses are far above the size of the class', () => {
    expect(heatOf({ all: 48, outside: 0, classSize: 28 })).toBe('many');
  });

  it('is hot when pupils of other classes come with it, but not for one or two', () => {
    expect(heatOf({ all: 10, outside: 2, classSize: 28 })).toBeNull();
    expect(heatOf({ all: 10, outside: 3, classSize: 28 })).toBe('outside');
  });

  it('stays cool when few of many are from outside', () => {
    expect(heatOf({ all: 30, outside: 3, classSize: 28 })).toBeNull();
    expect(heatOf({ all: 30, outside: 4, classSize: 28 })).toBe('outside');
  });

  it('of somebody without a class is judged by the number of its uses alone', () => {
    expect(heatOf({ all: 65, outside: 65, classSize: null })).toBeNull();
    expect(heatOf({ all: 66, outside: 66, classSize: null })).toBe('many');
  });

  it('names the outside first when both are so', () => {
    expect(heatOf({ all: 500, outside: 400, classSize: 28 })).toBe('outside');
  });
});
