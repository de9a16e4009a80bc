import { hasTitles } from './header';

describe('a line that is taken for titles', () => {
  it.each([
    [true, ['Nom', 'Prénom', 'Division']],
    [false, ['MARTIN', 'Inès', '4e B']],
    [false, ['Qui', 'Classe']],
    [false, []],
  ])('has them: %s, %j', (has, cells) => expect(hasTitles(cells)).toBe(has));
});
