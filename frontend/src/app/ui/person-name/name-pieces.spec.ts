import { piecesOf } from './name-pieces';

/** The part that is set off, in brackets. */
const shown = (displayName: string, familyName: string | null = null) => {
  const { before, family, after } = piecesOf(displayName, familyName);
  expect(before + family + after).toBe(displayName);
  return family === '' ? displayName : `${before}[${family}]${after}`;
};

describe('the part of a name that people are listed by', () => {
  it.each([
    ['Inès Martin', 'MARTIN', 'Inès [Martin]'],
    ['MARTIN Inès', 'Martin', '[MARTIN] Inès'],
    ['Jean de  La Tour', 'de La Tour', 'Jean [de  La Tour]'],
    ['Jean de La Tour', 'La Tour', 'Jean de [La Tour]'],
    ['Zoé ELUARD', 'Éluard', 'Zoé [ELUARD]'],
    ['Anne D’Arc', "D'ARC", 'Anne [D’Arc]'],
    ['Martin Martin', 'Martin', 'Martin [Martin]'],
  ])('is the family name, wherever it stands: %s', (displayName, familyName, told) =>
    expect(shown(displayName, familyName)).toBe(told),
  );

  it.each([
    ['Inès Martin', 'Inès [Martin]'],
    ['Mme de La Tour', 'Mme de La [Tour]'],
    ['Zoé', '[Zoé]'],
    [' Inès  B. ', ' Inès  [B.] '],
  ])('is the last word when there is none: %s', (displayName, told) =>
    expect(shown(displayName)).toBe(told),
  );

  it.each([
    ['Mme Dupont', 'Martin'],
    ['Léa Roy-Blanc', 'Roy'],
    ['La Tour', 'de La Tour'],
    ['', 'Martin'],
  ])('is nowhere when the name does not hold it: %s', (displayName, familyName) =>
    expect(shown(displayName, familyName)).toBe(displayName),
  );
});
