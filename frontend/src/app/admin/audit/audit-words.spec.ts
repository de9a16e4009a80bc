import { TestBed } from '@angular/core/testing';
import { AuditEntry } from '@cartable/contract';
import { Language } from '../../i18n/language';
import { provideI18n } from '../../i18n/provide-i18n';
import { AuditWords } from './audit-words';

const entry = (given: Partial<AuditEntry>): AuditEntry => ({
  id: 'e1',
  at: '2026-11-23T10:00:00.000Z',
  act: 'session.opened',
  actor: { id: 'p1', label: 'Mme Martin' },
  subject: null,
  details: {},
  mentions: [],
  address: null,
  ...given,
});
const volcans = { kind: 'collection', id: 'k1', label: 'Les volcans' };
const classB = (label: string | null = '4e B') => ({ kind: 'class' as const, id: 'c1', label });
const lea = { kind: 'person' as const, id: 'p2', label: 'Léa Martin' };

describe('the words of the audit', () => {
  let words: AuditWords;
  beforeEach(async () => {
    TestBed.configureTestingModule({ providers: [provideI18n()] });
    await TestBed.inject(Language).use('fr');
    words = TestBed.inject(AuditWords);
  });
  afterEach(() => localStorage.clear());

  const said = (given: Partial<AuditEntry>) =>
    words
      .what(entry(given))
      .map(({ text }) => text)
      .join(' ');

  it('name whom, what and where to', () => {
    const added = { act: 'class.member-added', subject: classB(), mentions: [lea] };
    expect(said(added)).toBe('a ajouté Léa Martin à la classe 4e B');
    expect(said({ ...added, mentions: [] })).toBe('a ajouté quelqu’un à la classe 4e B');
    const given = { act: 'collection.given', subject: volcans };
    expect(said({ ...given, mentions: [classB()] })).toBe('a donné Les volcans à la classe 4e B');
    expect(said({ ...given, mentions: [classB(null)] })).toContain('Classe supprimée');
  });

  it('name what was taken from outsiders, and given back', () => {
    const taken = said({ act: 'collection.withdrawn', subject: volcans });
    expect(taken).toMatch(/^a retiré aux élèves hors classe\s: Les volcans$/);
    const back = said({ act: 'collection.withdrawal-undone', subject: volcans });
    expect(back).toMatch(/^a rendu aux élèves hors classe\s: Les volcans$/);
  });

  it('leave out what goes without saying: oneself, ids and none', () => {
    const self = { kind: 'person', id: 'p1', label: 'Mme Martin' };
    expect(said({ subject: self })).toBe('connexion');
    const details = { created: 0, changed: 3, withdrawalId: 'w1' };
    expect(words.details(entry({ act: 'people.imported', details }))).toMatch(/^mis à jour\s: 3$/);
  });

  it('translate what is ours, and leave alone what somebody wrote', () => {
    expect(words.details(entry({ details: { email: 'changed' } }))).toContain('modifié');
    const details = { reason: 'Vu partout' };
    expect(words.details(entry({ details }))).toMatch(/^motif\s: Vu partout$/);
  });
});
