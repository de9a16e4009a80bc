import { auditActs } from '@cartable/contract';
import { audit as english } from '../../i18n/en/admin-audit';
import { audit as french } from '../../i18n/fr/admin-audit';
import { filterOf, noWishes } from './audit-filter';

describe('what is asked of the audit', () => {
  it('is everything, unless something is asked for', () => {
    expect(filterOf(noWishes)).toEqual({});
  });

  it('counts the last day whole', () => {
    const asked = filterOf({ ...noWishes, from: '2026-11-03', to: '2026-11-03' });
    expect(asked).toMatchObject({
      from: new Date(2026, 10, 3).toISOString(),
      to: new Date(2026, 10, 4).toISOString(),
    });
  });

  it('names people by e-mail address, login name or number, and in no other way', () => {
    expect(filterOf({ ...noWishes, actor: ' Prof@School.example ' })).toMatchObject({
      actor: 'prof@school.example',
    });
    expect(filterOf({ ...noWishes, actor: 'noe.oestre' })).toMatchObject({ actor: 'noe.oestre' });
    expect(filterOf({ ...noWishes, actor: 'M. Martin' })).toBeNull();
  });

  it('has a word for every act', () => {
    for (const acts of [french.acts, english.acts]) {
      expect(auditActs.filter((act) => !(act in acts))).toEqual([]);
    }
  });
});
