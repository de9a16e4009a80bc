import { AuditPage, CollectionWithCards, Erased, events, EventName } from '@cartable/contract';
import { DisabledAccounts } from '../../../backend/src/admin/privacy/disabled-accounts';
import { sections } from '../../../backend/src/admin/privacy/export-sections';
import { JOURNAL_TRACES } from '../../../backend/src/platform/journal/journal-erasure';
import { InstanceReport } from '../../../backend/src/realtime/overview/instance-report';
import { formsAClass } from '../../support/classes';
import { Person } from '../../support/person';
import { School } from '../../support/school';
import { tracesOf } from '../../support/traces';

describe('a person who is erased', () => {
  let school: School;
  let admin: Person;
  let teacher: Person;
  let student: Person;
  let familyName: string;

  beforeAll(async () => (school = await School.open()));
  afterAll(() => school.close());
  beforeEach(async () => {
    [admin, teacher, student] = [
      await school.hasA('admin'),
      await school.hasA('teacher'),
      await school.hasA('student'),
    ];
    const displayName = `Mme Unique ${teacher.me.id.slice(0, 8)}`;
    await teacher.does('PATCH', '/me', { displayName });
    familyName = `Née ${teacher.me.id.slice(0, 8)}`;
    await admin.does('PATCH', `/admin/people/${teacher.me.id}`, { familyName });
    teacher.me = { ...teacher.me, displayName };
  });

  const erase = (choice: string) =>
    admin.does<Erased>('DELETE', `/admin/people/${teacher.me.id}?collections=${choice}`);

  /** I1: 1..N, and each event is of the form that the contract names. */
  async function streamOf(person: Person) {
    const rows = await school.database.query<
      { seq: number; name: EventName; data: object; notice: object | null }[]
    >(
      `SELECT e.seq, e.name, e.payload || COALESCE(b.body, '{}') AS data, e.notice FROM user_event AS e
       LEFT JOIN event_body AS b ON b.key = e.body_key WHERE e.user_id = $1 ORDER BY e.seq`,
      [person.me.id],
    );
    expect(rows.map(({ seq }) => seq)).toEqual(rows.map((_, index) => index + 1));
    for (const { name, data } of rows) expect(events[name].safeParse(data).success).toBe(true);
    const [head] = await school.database.query<{ last: number }[]>(
      'SELECT last_seq AS last FROM user_stream WHERE user_id = $1',
      [person.me.id],
    );
    expect(head?.last).toBe(rows.length);
    return rows;
  }

  async function lessons() {
    const { code, collection: kept } = await teacher.shares('Les volcans');
    await student.imports(code);
    await teacher.does('POST', `/collections/${kept.id}/cards`, { front: 'secret', back: '' });
    const gone = await teacher.shares('Retirée avant');
    await student.imports(gone.code);
    await teacher.does('DELETE', `/collections/${gone.collection.id}?followers=withdraw`);
    const alone = await teacher.makes('Pour moi seule');
    return { kept, alone, code };
  }

  it('is named nowhere any more, and what followers kept goes on under no name', async () => {
    const { kept, alone } = await lessons();
    const screen = await student.connects();
    const own = await teacher.connects();
    await school.app.get(InstanceReport).write();
    expect(await tracesOf(school.database, [teacher.me.id])).toContainEqual(
      expect.stringContaining('instance'),
    );
    expect(await erase('keep')).toMatchObject({ kept: 1, withdrawn: 1 });
    expect(await own.hears('bye')).toMatchObject({ because: 'account-erased' });
    expect(
      await screen.hears('collectionUpdated', ({ data }) => data.frozen === true),
    ).toMatchObject({
      collectionId: kept.id,
      owner: { displayName: 'Compte supprimé' },
    });
    expect(await student.does<CollectionWithCards>('GET', `/collections/${kept.id}`)).toMatchObject(
      {
        owner: { displayName: 'Compte supprimé' },
        frozen: true,
        cardCount: 2,
      },
    );
    const names = [teacher.me.displayName, familyName, teacher.email];
    expect(await tracesOf(school.database, names)).toEqual([]);
    // The audit keeps the id, and nothing else does.
    const ids = await tracesOf(school.database, [teacher.me.id]);
    expect(ids.filter((trace) => !trace.startsWith('audit_entry'))).toEqual([]);
    expect(ids.filter((trace) => trace.includes(`"actor_id":"${teacher.me.id}"`))).not.toEqual([]);
    expect(
      ids.filter((trace) => /"actor_id":"X".*"address":"/.test(trace.replace(teacher.me.id, 'X'))),
    ).toEqual([]);
    expect(await tracesOf(school.database, [alone.id])).toEqual([]);
    expect((await admin.call('GET', `/admin/people/${teacher.me.id}/export`)).status).toBe(404);
    expect((await teacher.call('GET', '/me')).status).toBe(401);
  });

  it('leaves the streams of others gapless, and each device comes to the right state', async () => {
    await lessons();
    const before = await student.does<{ stream: { epoch: string } }>('GET', '/collections');
    await erase('keep');
    const rows = await streamOf(student);
    expect(rows.map(({ name }) => name)).toEqual([
      'newCollection',
      'collectionUpdated',
      'tombstone',
      'collectionRemoved',
      'collectionUpdated',
    ]);
    const away = await student.connects({ epoch: before.stream.epoch, last: 0 });
    await away.hears('collectionUpdated', ({ data }) => data.seq === 5);
    expect(away.seqs).toEqual([1, 2, 3, 4, 5]);
  });

  it('takes the collections along when that is chosen', async () => {
    const { kept } = await lessons();
    const screen = await student.connects();
    expect(await erase('withdraw')).toMatchObject({ kept: 0, withdrawn: 2 });
    expect(await screen.hears('collectionRemoved')).toMatchObject({
      collectionId: kept.id,
      reason: 'withdrawn',
      by: '',
    });
    const rows = await streamOf(student);
    expect(rows.map(({ name }) => name)).toEqual([
      'tombstone',
      'tombstone',
      'tombstone',
      'collectionRemoved',
      'collectionRemoved',
    ]);
    const traces = await tracesOf(school.database, [teacher.me.displayName, kept.id]);
    // Followers are told what has left them.
    expect(traces.filter((trace) => !trace.includes('"name":"collectionRemoved"'))).toEqual([]);
  });

  it.each(['keep', 'withdraw'])(
    'meets imports at the same moment (%s) without a gap',
    async (choice) => {
      const { code, collection } = await teacher.shares('À la seconde près');
      const pupils = await Promise.all(Array.from({ length: 8 }, () => school.hasA('student')));
      const [erased, ...answers] = await Promise.all([
        admin.call('DELETE', `/admin/people/${teacher.me.id}?collections=${choice}`),
        ...pupils.map((pupil) => pupil.imports(code)),
      ]);
      expect(erased?.status).toBe(200);
      for (const [index, pupil] of pupils.entries()) {
        expect([201, 404]).toContain(answers[index]?.status);
        await streamOf(pupil);
        const mine = await pupil.call('GET', `/collections/${collection.id}`);
        expect(mine.status).toBe(answers[index]?.status === 201 && choice === 'keep' ? 200 : 404);
      }
      expect(await tracesOf(school.database, [teacher.me.displayName])).toEqual([]);
    },
  );

  it('goes by themselves once the account has been disabled for as long as the settings say', async () => {
    const { kept } = await lessons();
    const disabled = async (person: Person, days: number) => {
      await admin.does('PATCH', `/admin/people/${person.me.id}`, { disabled: true });
      await school.database.query(
        'UPDATE person SET disabled_at = now() - make_interval(days => $2) WHERE id = $1',
        [person.me.id, days],
      );
    };
    const recent = await school.hasA('teacher');
    await disabled(teacher, 91);
    await disabled(recent, 89);
    const work = school.app.get(DisabledAccounts);
    expect(await work.erase()).toBe(0);
    const due = (days: number) =>
      admin.does('GET', `/admin/settings/due-accounts?disabledDays=${days}`);
    expect(await due(90)).toEqual({ accounts: 1 });
    expect(await due(80)).toEqual({ accounts: 2 });
    await admin.does('PATCH', '/admin/settings', { disabledDays: 90 });
    expect(await work.erase()).toBe(1);
    expect(await work.erase()).toBe(0);
    expect(await due(90)).toEqual({ accounts: 0 });
    expect(await tracesOf(school.database, [teacher.me.displayName])).toEqual([]);
    expect(await student.does('GET', `/collections/${kept.id}`)).toMatchObject({ frozen: true });
    expect((await admin.call('GET', `/admin/people/${recent.me.id}`)).status).toBe(200);
    const { items } = await admin.does<AuditPage>('GET', `/admin/audit?subject=${teacher.me.id}`);
    expect(items[0]).toMatchObject({ act: 'person.erased', actor: null });
    await admin.does('PATCH', '/admin/settings', { disabledDays: null });
  });

  it('who only learnt leaves no trace either', async () => {
    const { code } = await teacher.shares('Suivie');
    await student.imports(code);
    await student.does<Erased>('PATCH', '/me', { displayName: 'Élève Unique' });
    await admin.does('DELETE', `/admin/people/${student.me.id}?collections=keep`);
    expect(await tracesOf(school.database, ['Élève Unique', student.email])).toEqual([]);
    const { items } = await teacher.does<{ items: object[] }>('GET', `/share-codes/${code}/uses`);
    expect(items).toEqual([]);
  });

  it('is not the administrator who asks, nor somebody who is not there', async () => {
    const own = await admin.call('DELETE', `/admin/people/${admin.me.id}?collections=keep`);
    expect(own).toMatchObject({ status: 409, body: { code: 'own-account' } });
    await erase('keep');
    const again = await admin.call('DELETE', `/admin/people/${teacher.me.id}?collections=keep`);
    expect(again.status).toBe(404);
    expect((await admin.call('DELETE', `/admin/people/${student.me.id}`)).status).toBe(400);
  });

  it('could have had all that is known before', async () => {
    const { kept } = await lessons();
    await student.does('POST', `/collections/${kept.id}/reports`, { reason: 'wrong' });
    interface Exported {
      account: object;
      collections: { title: string; cards: object[] }[];
      library: object[];
      [section: string]: unknown;
    }
    const file = await admin.does<Exported>('GET', `/admin/people/${teacher.me.id}/export`);
    expect(file.account).toMatchObject({ email: teacher.email, family_name: familyName });
    expect(JSON.stringify(file)).not.toContain('argon2');
    expect(file.collections.map(({ title }) => title).sort()).toEqual([
      'Les volcans',
      'Pour moi seule',
    ]);
    expect(file.collections.find(({ title }) => title === 'Les volcans')?.cards).toHaveLength(2);
    expect(file.sessions).toHaveLength(1);
    expect(file.shareCodes).toHaveLength(1);
    expect(file.acts).not.toEqual([]);
    const mistyped = { email: student.email, password: 'not this one' };
    expect((await student.call('POST', '/auth/login', mistyped)).status).toBe(401);
    await student.connects();
    await school.app.get(InstanceReport).write();
    const pupils = await admin.does<Exported>('GET', `/admin/people/${student.me.id}/export`);
    expect(pupils.mistypings).toHaveLength(1);
    expect(pupils.connectedTo).toHaveLength(1);
    expect(pupils.library).toMatchObject([{ title: 'Les volcans' }]);
    expect(pupils.shareCodesUsed).toHaveLength(2);
    expect(pupils.reports).toHaveLength(1);
    expect(pupils.news).toHaveLength(4);
  });

  it('tells what others did to the person, and not from where they did', async () => {
    const id = await formsAClass(school, '6e X', teacher, []);
    await admin.does('PUT', `/admin/classes/${id}/members/${student.me.id}`);
    await admin.does('POST', `/admin/people/${student.me.id}/sign-out`);
    const path = `/admin/people/${student.me.id}/export`;
    const file = await admin.does<Record<string, { act: string; address: unknown }[]>>('GET', path);
    expect(file.actsOnMembership).toMatchObject([{ act: 'class.member-added', address: null }]);
    expect(file.actsOnAccount?.find(({ act }) => act === 'person.signed-out')).toMatchObject({
      address: null,
    });
    expect(file.acts?.find(({ act }) => act === 'session.opened')?.address).not.toBeNull();
  });

  it('is looked for in every table that refers to people', async () => {
    const rows = await school.database.query<{ name: string }[]>(
      `SELECT DISTINCT conrelid::regclass::text AS name FROM pg_constraint WHERE contype = 'f' AND confrelid = 'person'::regclass
       UNION SELECT table_name FROM information_schema.columns
       WHERE table_schema = current_schema() AND column_name IN ('person_id', 'user_id', 'owner_id', 'actor_id', 'reporter_id')`,
    );
    const queries = Object.values(sections).join('\n');
    const forgotten = rows.filter(({ name }) => !new RegExp(`\\b${name}\\b`).test(queries));
    expect(forgotten).toEqual([]);
  });

  it('is found in the journal by an index', async () => {
    await school.database.query(
      `INSERT INTO user_event (user_id, seq, name, payload, at)
       SELECT gen_random_uuid(), 1, CASE n % 3 WHEN 0 THEN 'collectionRemoved' ELSE 'newCollection' END,
         jsonb_build_object('ownerId', gen_random_uuid(), 'by', 'x'), now() FROM generate_series(1, 30000) AS n`,
    );
    await school.database.query(
      `INSERT INTO event_body (key, body)
       SELECT 'load:' || n, jsonb_build_object('collection', jsonb_build_object('owner', jsonb_build_object('id', gen_random_uuid()))) FROM generate_series(1, 20000) AS n`,
    );
    await school.database.query('ANALYZE user_event');
    await school.database.query('ANALYZE event_body');
    const plans = await Promise.all(
      [
        JOURNAL_TRACES.bodies.replace('$1', `'${teacher.me.id}'`),
        JOURNAL_TRACES.removals.replace('$1', `'${teacher.me.id}'`).replace('$2', `'M. X'`),
      ].map((query) => school.database.query<object[]>(`EXPLAIN ${query}`)),
    );
    expect(JSON.stringify(plans)).not.toContain('Seq Scan');
  });
});
