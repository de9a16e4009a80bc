import { readPasted } from './paste-cards';

const cardsOf = (text: string) => readPasted(text).lines.map(({ card }) => card);

describe('pasted cards', () => {
  it.each([
    ['\t', 'go\taller\nbe\têtre, exister'],
    [';', 'go;aller\nbe;être, exister'],
    [',', 'go,aller\nbe,"être, exister"'],
  ] as const)('find their separator %j by themselves', (separator, text) => {
    expect(readPasted(text).separator).toBe(separator);
    expect(cardsOf(text)).toEqual([
      { front: 'go', back: 'aller' },
      { front: 'be', back: 'être, exister' },
    ]);
  });

  it('take the separator that one chooses', () => {
    expect(readPasted('a,b;c', ';').lines[0]?.card).toEqual({ front: 'a,b', back: 'c' });
  });

  it('keep quoted line breaks and quotes', () => {
    expect(cardsOf('"un\ndeux"\t"dit ""oui"""')).toEqual([
      { front: 'un\ndeux', back: 'dit "oui"' },
    ]);
  });

  it('say of each bad line what is wrong with it, and pass over empty ones', () => {
    const text = `go\taller\n\nseul\n\tsans recto\na\tb\tc\n${'x'.repeat(10_241)}\ty`;
    expect(readPasted(text, '\t').lines.map(({ line, fault }) => [line, fault])).toEqual([
      [1, null],
      [2, 'no-back'],
      [3, 'no-front'],
      [4, 'too-many'],
      [5, 'too-long'],
    ]);
  });
});
