import type { AuditEntry, AuditPage, PeopleImported } from '@cartable/contract';
import { AccountAdministration } from '../../../backend/src/accounts/account-administration';
import { AuditRetention } from '../../../backend/src/platform/audit/audit-retention';
import { Instance } from '../../support/instance';
import { Person } from '../../support/person';
import { School } from '../../support/school';

describe('the audit', () => {
  let school: School;
  let admin: Person;

  beforeAll(async () => {
    school = await School.open();
    admin = await school.hasA('admin');
  });
  afterAll(() => school.close());

  const read = (query = '') => admin.does<AuditPage>('GET', `/admin/audit?${query}`);
  const signsIn = (email: string, headers: Record<string, string> = {}, url = school.url) =>
    fetch(`${url}/api/auth/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ email, password: 'not this one' }),
    });

  it('has every sign-in and every refusal, with its address and without an e-mail', async () => {
    const pupil = await school.hasA('student');
    await signsIn(pupil.email);
    await signsIn('nobody@school.example');
    const { items } = await read('limit=3');
    expect(items).toMatchObject([
      { act: 'session.refused', actor: null, subject: null, details: { because: 'unknown' } },
      { act: 'session.refused', actor: null, subject: { kind: 'person', id: pupil.me.id } },
      {
        act: 'session.opened',
        actor: { id: pupil.me.id, label: pupil.me.displayName },
        address: '127.0.0.1',
      },
    ]);
    const rows = await school.database.query<object[]>('SELECT * FROM audit_entry');
    expect(JSON.stringify(rows)).not.toContain('@school.example');
  });

  it('says when the door stays closed for a while, and is not filled by who goes on knocking', async () => {
    const pupil = await school.hasA('student');
    const since = performance.now();
    for (let n = 1; n <= 8; n += 1) await signsIn(pupil.email);
    const passed = (performance.now() - since) / 1_000;
    const { items } = await read(`subject=${pupil.me.id}&act=session.refused`);
    expect(items).toHaveLength(5);
    expect(items.map(({ details }) => 'wait' in details)).toEqual([
      true,
      false,
      false,
      false,
      false,
    ]);
    expect(items[0]?.details.wait).toBeGreaterThanOrEqual(60 - passed);
  });

  it('has who asks for what is not theirs to ask, each thing once', async () => {
    const pupil = await school.hasA('student');
    for (const search of ['a', 'b']) {
      const { status } = await pupil.call('GET', `/admin/people?search=${search}`);
      expect(status).toBe(403);
    }
    await pupil.call('POST', `/admin/people/${admin.me.id}/first-password`);
    const { items } = await read(`actor=${pupil.me.id}&act=access.refused`);
    expect(items.map(({ details }) => details)).toEqual([
      { asked: 'POST /api/admin/people/:id/first-password' },
      { asked: 'GET /api/admin/people' },
    ]);
    expect(items[0]?.address).toBe('127.0.0.1');
  });

  it('believes in an address told by a proxy only when there is one of ours', async () => {
    await signsIn('a@school.example', { 'x-forwarded-for': '203.0.113.7' });
    expect((await read('limit=1')).items[0]?.address).toBe('127.0.0.1');
    const behind = await Instance.start({ ...school.settings, trustProxy: 1 });
    await signsIn('a@school.example', { 'x-forwarded-for': '6.6.6.6, 203.0.113.7' }, behind.url);
    await behind.stop();
    expect((await read('limit=1')).items[0]?.address).toBe('203.0.113.7');
  });

  it('has what becomes of accounts, and who did it', async () => {
    const { id } = (await school.hasA('student')).me;
    const accounts = school.app.get(AccountAdministration);
    await admin.does('PATCH', `/admin/people/${id}`, { role: 'teacher' });
    await accounts.decide(id, { disabled: true });
    await accounts.decide(id, { disabled: false });
    const { items } = await read(`subject=${id}`);
    expect(items.slice(0, 3)).toMatchObject([
      { act: 'person.enabled', actor: null, address: null },
      { act: 'person.disabled', actor: null },
      {
        act: 'person.role-changed',
        actor: { id: admin.me.id },
        address: '127.0.0.1',
        details: { role: 'teacher' },
      },
    ]);
  });

  it('names each person who comes in by a file, is changed by one, or is given a card', async () => {
    const line = { line: 2, displayName: 'Entrée Parfichier', classes: '6e F', externalId: 'F1' };
    const takes = (fields: object) =>
      admin.does<PeopleImported>('POST', '/admin/people/imports', {
        dryRun: false,
        role: 'student',
        lines: [{ ...line, ...fields }],
      });
    const id = (await takes({})).cards[0]?.id ?? '';
    await takes({ displayName: 'Entrée Autrement' });
    await admin.does('POST', '/admin/people/first-cards', { ids: [id] });
    const { items } = await read(`subject=${id}`);
    expect(items.slice(0, 2)).toMatchObject([
      { act: 'person.password-reset', actor: { id: admin.me.id } },
      { act: 'person.changed', details: { displayName: 'changed' } },
    ]);
    // In one moment.
    const came = items.slice(2).sort((one, other) => (one.act < other.act ? -1 : 1));
    expect(came).toMatchObject([
      { act: 'class.member-added', subject: { label: '6e F' }, mentions: [{ id }] },
      { act: 'person.created', details: { role: 'student' } },
    ]);
    expect((await read('act=class.created')).items).toMatchObject([{ subject: { label: '6e F' } }]);
  });

  it('asked about a person has the classes that took them in', async () => {
    const pupil = await school.hasA('student');
    const { id } = await admin.does<{ id: string }>('POST', '/admin/classes', { name: '6e Audit' });
    await admin.does('PUT', `/admin/classes/${id}/members/${pupil.me.id}`);
    const { items } = await read(`subject=${pupil.me.id}&limit=1`);
    expect(items).toMatchObject([
      {
        act: 'class.member-added',
        subject: { kind: 'class', id },
        mentions: [{ id: pupil.me.id }],
      },
    ]);
  });

  it('has a password that was changed by its owner', async () => {
    const person = await school.hasA('student');
    const password = { current: person.password, next: 'a password of mine' };
    await person.does('PATCH', '/me', { password });
    const { items } = await read(`subject=${person.me.id}`);
    expect(items[0]).toMatchObject({ act: 'person.password-changed', actor: { id: person.me.id } });
  });

  it('is asked by who, what, on what and when, page by page', async () => {
    const pupil = await school.hasA('student');
    await signsIn(pupil.email);
    const acts = async (query: string) => (await read(query)).items.map(({ act }) => act);
    expect(await acts(`actor=${pupil.me.id}`)).toEqual(['session.opened']);
    expect(await acts(`actor=${encodeURIComponent(pupil.email)}`)).toEqual(['session.opened']);
    expect(await acts('actor=unknown@school.example')).toEqual([]);
    await school.database.query(`UPDATE person SET login = 'noe.oestre' WHERE id = $1`, [
      pupil.me.id,
    ]);
    expect(await acts('actor=Noe.Oestre')).toEqual(['session.opened']);
    expect(await acts('actor=nobody')).toEqual([]);
    expect(await acts('subject=noe.oestre&act=session.refused')).toEqual(['session.refused']);
    expect(await acts(`subject=${pupil.me.id}`)).toEqual([
      'session.refused',
      'session.opened',
      'person.created',
    ]);
    expect(await acts(`subject=${pupil.me.id}&act=session.refused`)).toEqual(['session.refused']);
    expect(await acts(`subject=${pupil.me.id}&from=2999-01-01T00:00:00Z`)).toEqual([]);
    expect(await acts(`subject=${pupil.me.id}&to=2020-01-01T00:00:00Z`)).toEqual([]);
    const all = (await read('limit=500')).items;
    const paged: AuditEntry[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const page: AuditPage = await read(`limit=2${cursor && `&cursor=${cursor}`}`);
      paged.push(...page.items);
      cursor = page.next;
    }
    expect(paged).toEqual(all);
  });

  it('says by name who was put into which class, and no longer once they are gone', async () => {
    const pupil = await school.hasA('student');
    const { id } = await admin.does<{ id: string }>('POST', '/admin/classes', { name: '4e B' });
    await admin.does('PUT', `/admin/classes/${id}/members/${pupil.me.id}`);
    const teacher = await school.hasA('teacher');
    await admin.does('PUT', `/admin/classes/${id}/members/${teacher.me.id}`);
    const { collection } = await teacher.shares('Les volcans');
    await teacher.does('POST', `/collections/${collection.id}/gifts`, { classId: id });
    const mentions = async (query: string) => (await read(query)).items[0]?.mentions;
    const { id: personId, displayName: label } = pupil.me;
    expect(await mentions(`subject=${collection.id}`)).toEqual([
      { kind: 'class', id, label: '4e B' },
    ]);
    const added = 'act=class.member-added&limit=2';
    expect((await read(added)).items[1]?.mentions).toEqual([
      { kind: 'person', id: personId, label },
    ]);
    const csv = await admin.file('/admin/audit/export?format=csv&act=class.member-added');
    expect(csv.text).toContain(label);
    await admin.does('DELETE', `/admin/people/${personId}?collections=keep`);
    expect((await read(added)).items[1]?.mentions).toMatchObject([{ id: personId, label: null }]);
  });

  it('is exported whole, as CSV and as JSON, and that is written down, too', async () => {
    const file = async (format: string) => {
      const { disposition, text } = await admin.file(`/admin/audit/export?format=${format}`);
      expect(disposition).toContain(`audit.${format}`);
      return text;
    };
    const entries = JSON.parse(await file('json')) as AuditEntry[];
    expect(entries[0]).toMatchObject({ act: 'audit.exported', actor: { id: admin.me.id } });
    expect(entries).toEqual((await read('limit=500')).items);
    const lines = (await file('csv')).trim().split('\r\n');
    expect(lines[0]).toContain('at;act;actorId');
    expect(lines).toHaveLength(entries.length + 2);
  });

  it('is a refusal and no file when it can’t be read', async () => {
    await school.database.query('ALTER TABLE class RENAME TO away');
    const { status, headers, body } = await admin.call('GET', '/admin/audit/export?format=json');
    await school.database.query('ALTER TABLE away RENAME TO class');
    expect({ status, body }).toMatchObject({ status: 500, body: { code: 'internal' } });
    expect(headers.get('content-disposition')).toBeNull();
  });

  it.each([
    `UPDATE audit_entry SET act = 'x'`,
    `UPDATE audit_entry SET address = NULL`,
    'DELETE FROM audit_entry',
    'TRUNCATE audit_entry',
    `BEGIN; SET LOCAL cartable.audit = 'erasure'; UPDATE audit_entry SET actor_id = NULL, address = NULL; COMMIT`,
    `BEGIN; SET LOCAL cartable.audit = 'erasure'; DELETE FROM audit_entry; COMMIT`,
    `BEGIN; SET LOCAL cartable.audit = 'erasure of 00000000-0000-4000-8000-000000000000'; UPDATE audit_entry SET address = NULL; COMMIT`,
    `BEGIN; SET LOCAL cartable.audit = 'retention'; DELETE FROM audit_entry; COMMIT`,
    `BEGIN; SET LOCAL cartable.audit = 'retention'; TRUNCATE audit_entry; COMMIT`,
    `BEGIN; SET LOCAL session_replication_role = 'replica'; DELETE FROM audit_entry; COMMIT`,
  ])('only grows: %s', async (statement) => {
    const before = await read('limit=500');
    const runner = school.database.createQueryRunner();
    await expect(runner.query(statement)).rejects.toThrow('the audit only grows');
    await runner.query('ROLLBACK');
    await runner.release();
    expect(await read('limit=500')).toEqual(before);
  });

  it('goes back as far as the settings say', async () => {
    await school.database.query(
      `INSERT INTO audit_entry (act, at) SELECT 'session.refused', now() - make_interval(days => d) FROM generate_series(1, 400, 10) AS d`,
    );
    expect(await admin.does('GET', '/admin/settings')).toEqual({
      auditDays: 365,
      disabledDays: null,
      journalDays: 30,
    });
    expect((await admin.call('PATCH', '/admin/settings', { auditDays: 29 })).status).toBe(400);
    await admin.does('PATCH', '/admin/settings', { auditDays: 30 });
    expect((await read('limit=1')).items[0]).toMatchObject({
      act: 'settings.changed',
      details: { from: 365, to: 30 },
    });
    expect(await school.app.get(AuditRetention).trim()).toBe(37);
    const { items } = await read('limit=500&to=2999-01-01T00:00:00Z');
    const oldest = Date.parse(items.at(-1)?.at ?? '');
    expect(oldest).toBeGreaterThan(Date.now() - 30 * 86_400_000);
  });

  it('finds its way by an index, whatever is asked', async () => {
    await school.database.query(
      `INSERT INTO audit_entry (act, at, actor_id, subject_kind, subject_id)
       SELECT 'session.opened', now() - make_interval(secs => n), ('00000000-0000-4000-8000-' || lpad((n % 500)::text, 12, '0'))::uuid, 'person', (n % 500)::text
       FROM generate_series(1, 30000) AS n`,
    );
    await school.database.query('ANALYZE audit_entry');
    for (const where of [
      'true',
      `actor_id = '00000000-0000-4000-8000-000000000007'`,
      `act = 'settings.changed'`,
      `(subject_id = '7' OR (details ? 'personId' AND details ->> 'personId' = '7'))`,
      "at < now() - interval '1 hour'",
    ]) {
      const plan = await school.database.query<object[]>(
        `EXPLAIN SELECT * FROM audit_entry WHERE ${where} ORDER BY at DESC, id DESC LIMIT 101`,
      );
      expect(JSON.stringify(plan)).not.toContain('Seq Scan');
    }
  });

  it('is not filled with names that nobody has, and keeps on with those that somebody has', async () => {
    const pupil = await school.hasA('student');
    await school.database.query(
      `INSERT INTO audit_entry (act, details) SELECT 'session.refused', '{"because": "unknown"}' FROM generate_series(1, 60)`,
    );
    // The last one closes the door.
    for (let n = 0; n < 5; n += 1) await signsIn('made.up@school.example');
    await signsIn(pupil.email);
    const [newest, before] = (await read('act=session.refused&limit=2')).items;
    expect(newest).toMatchObject({
      subject: { id: pupil.me.id },
      details: { because: 'wrong-password' },
    });
    expect(before?.address).toBeNull();
  });
});
