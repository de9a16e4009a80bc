import { readLines } from './read-file';

describe('a file of a school', () => {
  it.each([';', ',', '\t', '|'])('has cells parted by %j', (sign) => {
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

  it('is broken from the first quote on that something stands behind', () => {
    const text = 'Nom;Prénom;Classe\nROY;Léa;6A\n"LE" GALL;Yann;6A\n"PRÉ";Tom;6B\nFAURE;Zoé;6B\n';
    const { rows, broken } = readLines(text);
    expect(rows.map(({ cells }) => cells[0])).toEqual(['ROY']);
    expect(broken.every(({ reason }) => reason === 'quotes')).toBe(true);
    expect(broken.length).toBeGreaterThan(1);
  });

  it.each([
    ['sep=;\r\nNom;Classe\r\nRoy;6A', 3],
    ['Liste des élèves, 6A, au 1er septembre\n\nNom;Classe\nRoy;6A', 4],
    ['Collège;;\nListe;;\n Nom ; Classe ;\nRoy;6A;', 4],
  ])('may have lines above its titles: %j', (text, line) => {
    expect(readLines(text)).toEqual({
      titles: ['Nom', 'Classe'],
      rows: [{ line, cells: line === 4 && text.endsWith(';') ? ['Roy', '6A', ''] : ['Roy', '6A'] }],
      broken: [],
    });
  });

  it('cuts no sign in two where a cell is too long', () => {
    const [row] = readLines(`Nom;Classe\n${'x'.repeat(299)}😀;6A`).rows;
    expect(row?.cells[0]?.isWellFormed()).toBe(true);
  });

  it('loses the apostrophe that our own export put before a sign', () => {
    expect(readLines("a;b\n'-1;'tHooft").rows[0]?.cells).toEqual(['-1', "'tHooft"]);
  });

  it('may be empty', () => {
    expect(readLines('')).toEqual({ titles: [], rows: [], broken: [] });
  });
});
