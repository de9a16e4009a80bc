import { decode, readLines } from './read-file';

const bytes = (...values: number[]) => new Uint8Array(values).buffer;
/** Windows-1252, of what is Latin-1 in it. */
const latin = (text: string) => bytes(...[...text].map((sign) => sign.charCodeAt(0)));

describe('a file of a school', () => {
  it('is read as UTF-8, with its mark or without, as UTF-16, and else as Windows-1252', () => {
    const utf8 = new TextEncoder().encode('\ufeffÉlève');
    expect(decode(utf8.buffer)).toBe('Élève');
    expect(decode(latin('Élève'))).toBe('Élève');
    expect(decode(bytes(0x4e, 0x9c, 0x75, 0x76))).toBe('Nœuv');
    expect(decode(bytes(0xff, 0xfe, 0xc9, 0))).toBe('É');
    expect(decode(bytes(0xfe, 0xff, 0, 0xc9))).toBe('É');
  });

  it.each([';', ',', '\t'])('has cells parted by %j', (sign) => {
    const text = [`Nom${sign}Classe`, `"Le${sign} ""Gall"""${sign}4e B`, '', `Roy${sign}3e`].join(
      '\r\n',
    );
    expect(readLines(text)).toEqual({
      titles: ['Nom', 'Classe'],
      rows: [
        { line: 2, cells: [`Le${sign} "Gall"`, '4e B'] },
        { line: 4, cells: ['Roy', '3e'] },
      ],
      broken: [],
    });
  });

  it('may have broken lines: they are told, and not guessed at', () => {
    const text = 'Nom;Classe\nRoy;4e;B\nFaure;3e;;\n"Petit;5e\nBlanc;6e\n';
    const { rows, broken } = readLines(text);
    expect(rows.map(({ line }) => line)).toEqual([3]);
    expect(broken).toEqual([
      { line: 2, reason: 'columns' },
      { line: 4, reason: 'quotes' },
    ]);
  });

  it('loses the apostrophe that our own export put before a sign', () => {
    expect(readLines("a;b\n'-1;'tHooft").rows[0]?.cells).toEqual(['-1', "'tHooft"]);
  });

  it('may be empty', () => {
    expect(readLines('')).toEqual({ titles: [], rows: [], broken: [] });
  });
});
