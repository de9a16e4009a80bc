import { familyNameIn } from './family-name';

describe('the family name within a name in one piece', () => {
  it.each([
    ['MARTIN Inès', 'MARTIN'],
    ['Inès MARTIN', 'MARTIN'],
    ['DE LA TOUR Jean', 'DE LA TOUR'],
    ['Jean de LA TOUR', 'LA TOUR'],
    ['de LA TOUR Jean', 'LA TOUR'],
    ['Marie-Ève D’ARC', 'D’ARC'],
    ['N GUESSAN Koffi', 'N GUESSAN'],
    ['ÉLUARD Zoé', 'ÉLUARD'],
    ['Анна ЧЕХОВА', 'ЧЕХОВА'],
    ['Jean P. MARTIN-ROY', 'MARTIN-ROY'],
    ['M. MARTIN', 'MARTIN'],
    ['MME MARTIN Claire', 'MARTIN'],
  ])('is what stands in capitals: %s', (name, family) => expect(familyNameIn(name)).toBe(family));

  it.each([
    'Inès Martin',
    'INÈS MARTIN',
    'MARTIN',
    'Inès B.',
    'Inès B',
    'MARTIN Inès ROY',
    'Groupe 4B',
    'أحمد علي',
    'MME Claire',
    '',
  ])('is not told by capitals: %s', (name) => expect(familyNameIn(name)).toBeNull());
});
