import { decode } from './decode';

const bytes = (...values: number[]) => new Uint8Array(values).buffer;
/** Windows-1252, of what is Latin-1 in it. */
const latin = (text: string) => bytes(...[...text].map((sign) => sign.charCodeAt(0)));
const utf8 = (text: string) => [...new TextEncoder().encode(text)];

describe('the letters of a file', () => {
  it('are read as UTF-8, with its mark or without, as UTF-16, and else as Windows-1252', () => {
    expect(decode(bytes(...utf8('\ufeffÉlève')))).toEqual({ text: 'Élève' });
    expect(decode(latin('Élève'))).toEqual({ text: 'Élève' });
    expect(decode(bytes(0x4e, 0x9c, 0x75, 0x76))).toEqual({ text: 'Nœuv' });
    expect(decode(bytes(0xff, 0xfe, 0xc9, 0))).toEqual({ text: 'É' });
    expect(decode(bytes(0xfe, 0xff, 0, 0xc9))).toEqual({ text: 'É' });
  });

  it('stay UTF-8 where one of them is not', () => {
    expect(decode(bytes(...utf8('Élève Noé P'), 0xe9, ...utf8('tit')))).toEqual({
      text: 'Élève Noé P\ufffdtit',
    });
  });

  it('are unknown where they would be none of a French word', () => {
    // « Prénom », « Inès » of an old Macintosh, « Prénom » of DOS
    for (const sign of [0x8e, 0x8f, 0x82]) {
      expect(decode(bytes(...utf8('Pr'), sign, ...utf8('nom')))).toEqual({ refused: 'letters' });
    }
    expect(decode(latin('\x8ei\x9eek, \x8akoda'))).toEqual({ text: 'Žižek, Škoda' });
  });

  it('are none in a workbook or a picture', () => {
    expect(decode(bytes(0x50, 0x4b, 3, 4, 20, 0))).toEqual({ refused: 'workbook' });
    expect(decode(bytes(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0))).toEqual({
      refused: 'binary',
    });
  });
});
