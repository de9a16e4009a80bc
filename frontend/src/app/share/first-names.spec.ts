import { firstNames } from './first-names';

describe('first names', () => {
  it('are enough, unless two share one', () => {
    const names = firstNames(['Inès Benali', 'Léa Martin', 'Léa Roux', 'Noé']);
    expect([...names.values()]).toEqual(['Inès', 'Léa M.', 'Léa R.', 'Noé']);
  });

  it('are the same for who is named twice', () => {
    expect(firstNames(['Léa M.', 'Léa M.']).get('Léa M.')).toBe('Léa');
  });

  it('are not made of titles, nor of nothing', () => {
    expect(firstNames(['Mme Martin', 'M. Roux']).get('Mme Martin')).toBe('Mme Martin');
    expect(firstNames(['  ']).get('  ')).toBe('');
  });

  it('are taken whole in any script', () => {
    expect(firstNames(['ليلى حسن', 'ليلى عمر']).get('ليلى حسن')).toBe('ليلى ح.');
  });
});
