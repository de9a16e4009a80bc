import { freeLogin, loginBase } from './login-name';

describe('login names', () => {
  it.each([
    ['Inès de La Tour', 'ines.de.la.tour'],
    ["Chloé N'Guyen-Œuvrard", 'chloe.n.guyen.oeuvrard'],
    ['  José   Núñez ', 'jose.nunez'],
    ['Łukasz GROß-SØRENSEN', 'lukasz.gross.sorensen'],
    ['李小龍', 'compte'],
  ])('of %s begin as %s', (name, base) => {
    expect(loginBase(name)).toBe(base);
  });

  it('are numbered where several have the same name', () => {
    const taken = new Set(['ines.martin', 'ines.martin2']);
    expect(freeLogin('ines.martin', (login) => taken.has(login))).toBe('ines.martin3');
    expect(freeLogin('lea.petit', (login) => taken.has(login))).toBe('lea.petit');
  });
});
