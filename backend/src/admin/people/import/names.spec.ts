import { canBe } from './names';

const said = (displayName: string, firstName = '') => ({ displayName, firstName });

describe('somebody of a file', () => {
  it.each([
    [said('Inès MARTIN', 'Inès'), 'Ines Martin'],
    [said('Léa Roy-Blanc', 'Léa'), 'Léa Roy'],
    [said('Léa BLANC', 'Léa'), 'Léa Roy'],
    [said('BLANC Léa'), 'Léa Roy'],
    [said('Claire MARTIN', 'Claire'), 'Mme Martin'],
    [said('Jean Pierre D’ARC', 'Jean Pierre'), "D'ARC Jean"],
  ])('can be who is there: %o, %s', (one, other) => expect(canBe(one, other)).toBe(true));

  it.each([
    [said('Marie FAM', 'Marie'), 'Jean FAM'],
    [said('FAM Marie'), 'FAM Jean'],
    [said('Marie Fam'), 'Jean Fam'],
    [said('FAM MARIE'), 'FAM JEAN'],
  ])('can be another of the family: %o, %s', (one, other) => expect(canBe(one, other)).toBe(false));
});
