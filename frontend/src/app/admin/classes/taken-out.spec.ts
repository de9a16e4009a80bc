import { ClassMember } from '@cartable/contract';
import { withTakenOut } from './taken-out';

const people = (ids: string): ClassMember[] =>
  [...ids].map((id) => ({ id, displayName: id, familyName: null }));

const idsOf = (members: readonly ClassMember[]) => members.map(({ id }) => id).join('');

describe('who was taken out of a list', () => {
  it.each(['abcd', 'dcba', 'cabd', 'bdac'])('stays at the same place: %s', (order) => {
    let members = people('dacb');
    let lines: readonly ClassMember[] = members;
    const out = [];
    for (const person of people(order)) {
      const at = lines.findIndex(({ id }) => id === person.id);
      out.push({ person, above: new Set(lines.slice(0, at).map(({ id }) => id)) });
      members = members.filter(({ id }) => id !== person.id);
      lines = withTakenOut(members, out);
      expect(idsOf(lines)).toBe('dacb');
    }
  });

  it('stays there when somebody else comes in', () => {
    const out = people('b').map((person) => ({ person, above: new Set(['a']) }));
    expect(idsOf(withTakenOut(people('axc'), out))).toBe('abxc');
    expect(idsOf(withTakenOut(people('xc'), out))).toBe('bxc');
  });
});
