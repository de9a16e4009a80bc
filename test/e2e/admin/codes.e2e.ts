import type {
  AdminCodePage,
  NotificationPage,
  Outsiders,
  Revocation,
  ShareCode,
  ShareCodeUsePage,
  Withdrawal,
  Withdrawals,
} from '@cartable/contract';
import { WithdrawalUndoing } from '../../../backend/src/collections/share-codes/withdrawal-undoing.service';
import { formsAClass } from '../../support/classes';
import { waitingForLocks } from '../../support/locks';
import { Person } from '../../support/person';
import { routes } from '../../support/routes';
import { School } from '../../support/school';
import { until } from '../../support/until';

interface Entry {
  act: string;
  actor_id: string;
  subject_id: string;
  details: Record<string, unknown>;
}

describe('the room of codes', () => {
  let school: School;
  let admin: Person;
  let teacher: Person;
  let insiders: Person[];
  let outsiders: Person[];
  let classId: string;

  beforeAll(async () => {
    school = await School.open();
    admin = await school.hasA('admin');
    teacher = await school.hasA('teacher');
    const pupils = [];
    for (let n = 0; n < 10; n += 1) pupils.push(await school.hasA('student'));
    [insiders, outsiders] = [pupils.slice(0, 6), pupils.slice(6)];
    classId = await formsAClass(school, '4e B', teacher, insiders);
  });
  afterAll(() => school.close());

  const list = (query: string) => admin.does<AdminCodePage>('GET', `/admin/codes?${query}`);
  const codesOf = async (query: string) => (await list(query)).items.map(({ code }) => code);
  const lastActs = (count: number) =>
    school.database.query<Entry[]>('SELECT * FROM audit_entry ORDER BY at DESC, act LIMIT $1', [
      count,
    ]);

  /** A code that the whole class has used, and four others. */
  async function leaks(title: string) {
    const shared = await teacher.shares(title, { message: 'Pour jeudi' });
    for (const pupil of [...insiders, ...outsiders]) await pupil.imports(shared.code);
    return shared;
  }

  const has = async (person: Person, id: string) =>
    (await person.call('GET', `/collections/${id}`)).status === 200;

  it('is for administrators only', async () => {
    const { code, collection } = await teacher.shares('Fermé');
    const calls = routes(collection.id, collection.id, code).filter(([, path]) =>
      path.startsWith('/admin/codes'),
    );
    expect(calls).toHaveLength(6);
    for (const person of [teacher, insiders[0] as Person]) {
      for (const call of calls) expect((await person.call(...call)).status).toBe(403);
    }
  });

  it('sorts codes by how they stand, and finds them by code, title and owner', async () => {
    const [open, over, off] = [
      await teacher.shares('Élevage de chèvres'),
      await teacher.shares('Passé composé'),
      await teacher.shares('Révoqué'),
    ];
    await school.database.query(
      `UPDATE share_code SET expires_at = now() - interval '1 second' WHERE code = $1`,
      [over.code.replace('-', '')],
    );
    await teacher.does('DELETE', `/share-codes/${off.code}`);
    expect(await codesOf('state=expired')).toEqual([over.code]);
    expect(await codesOf('state=revoked')).toEqual([off.code]);
    expect(await codesOf('state=active')).toContain(open.code);
    expect(await codesOf('search=elev+chev')).toEqual([open.code]);
    expect(await codesOf(`search=${open.code.slice(0, 6).toLowerCase()}`)).toContain(open.code);
    expect(await codesOf(`search=${encodeURIComponent(teacher.me.displayName)}`)).toContain(
      over.code,
    );
    expect(await codesOf(`search=${encodeURIComponent(`'":*!`)}`)).toEqual([]);
    const first = await list('limit=2');
    const second = await list(`limit=2&cursor=${first.next}`);
    const all = await codesOf('');
    expect([...first.items, ...second.items].map(({ code }) => code)).toEqual(all.slice(0, 4));
  });

  it('flags a code that comes to be used from outside the class, and tells administrators at once', async () => {
    const screen = await admin.connects();
    const { code } = await teacher.shares('Sort de la classe');
    await screen.hears('shareCodesStirred', ({ data }) => said(data).includes(code));
    const { hot } = await list('state=hot');
    for (const pupil of insiders) await pupil.imports(code);
    expect(await codesOf('state=hot')).not.toContain(code);
    for (const pupil of outsiders) await pupil.imports(code);
    // Judged after the import, which waits for nothing.
    await until(async () => (await list('state=hot')).hot === hot + 1);
    const now = await list('state=hot');
    expect(now.items.find((one) => one.code === code)).toMatchObject({
      uses: 10,
      outside: 4,
      heat: 'outside',
      hotSince: expect.any(String) as string,
    });
    expect(screen.heard.every(({ name }) => name === 'shareCodesStirred')).toBe(true);
  });

  it('tells nothing of it to others', async () => {
    const [board, phone] = [await teacher.connects(), await (insiders[0] as Person).connects()];
    const screen = await admin.connects();
    const { code } = await teacher.shares('En silence');
    await screen.hears('shareCodesStirred', ({ data }) => said(data).includes(code));
    await Promise.all([board.settled(), phone.settled()]);
    expect([...board.heard, ...phone.heard].map(({ name }) => name)).not.toContain(
      'shareCodesStirred',
    );
  });

  it('shows who would lose a collection, takes it from them only, and gives it back as it was', async () => {
    const { code, collection } = await leaks('Fuite');
    const preview = await admin.does<Outsiders>('GET', `/admin/codes/${code}/outsiders`);
    expect(preview.inside).toEqual([{ id: classId, name: '4e B', size: 6 }]);
    expect(preview.total).toBe(4);
    expect(new Set(preview.people.map(({ id }) => id))).toEqual(
      new Set(outsiders.map(({ me }) => me.id)),
    );
    const before = await entries(collection.id);
    const board = await teacher.connects();
    const screens = await Promise.all(outsiders.map((pupil) => pupil.connects()));

    const { withdrawal } = await admin.does<Revocation>('POST', `/admin/codes/${code}/revocation`, {
      reason: 'Vu sur un réseau',
      withdraw: true,
    });
    expect(withdrawal).toMatchObject({ people: 4, title: 'Fuite', reason: 'Vu sur un réseau' });
    await board.hears('shareCodeRevoked', ({ data }) => data.code === code);
    for (const screen of screens) {
      expect(await screen.hears('collectionRemoved')).toMatchObject({
        collectionId: collection.id,
        reason: 'withdrawn',
      });
    }
    expect(await Promise.all(outsiders.map((pupil) => has(pupil, collection.id)))).toEqual(
      outsiders.map(() => false),
    );
    expect(await Promise.all(insiders.map((pupil) => has(pupil, collection.id)))).toEqual(
      insiders.map(() => true),
    );
    const { items } = await admin.does<Withdrawals>('GET', '/admin/codes/withdrawals');
    expect(items[0]).toEqual(withdrawal);

    const undo = () =>
      admin.does<Withdrawal>('POST', `/admin/codes/withdrawals/${withdrawal?.id}/undo`);
    const undone = await Promise.all([undo(), undo()]);
    expect(undone.every(({ undoneAt }) => undoneAt !== null)).toBe(true);
    for (const screen of screens) {
      expect(await screen.hears('newCollection')).toMatchObject({
        collection: { id: collection.id },
        message: 'Pour jeudi',
      });
    }
    expect(await entries(collection.id)).toEqual(before);
    await undo();
    for (const screen of screens) {
      await screen.settled();
      expect(screen.heard.map(({ name }) => name)).toEqual(['collectionRemoved', 'newCollection']);
    }
    expect((await lastActs(3)).map(({ act, actor_id }) => [act, actor_id])).toEqual(
      ['collection.withdrawal-undone', 'collection.withdrawn', 'share-code.revoked'].map((act) => [
        act,
        admin.me.id,
      ]),
    );
    expect((await lastActs(3)).slice(1).map(({ details }) => details.reason)).toEqual([
      'Vu sur un réseau',
      'Vu sur un réseau',
    ]);
  });

  it('tells the owner’s board how many have it, when it is withdrawn and when it is given back', async () => {
    const { code, collection } = await leaks('Au tableau');
    const board = await teacher.connects();
    const onBoard = async () => {
      const uses = await teacher.does<ShareCodeUsePage>('GET', `/share-codes/${code}/uses`);
      return [uses.have, uses.items.length];
    };
    expect(await onBoard()).toEqual([10, 10]);
    const revoke = (withdraw: boolean) =>
      admin.does<Revocation>('POST', `/admin/codes/${code}/revocation`, {
        reason: 'Vu sur un réseau',
        withdraw,
      });
    const told = (times: number) =>
      until(() => board.heard.filter(({ name }) => name === 'shareCodeRevoked').length === times);
    await revoke(false);
    await told(1);
    const said = { collectionId: collection.id, code, text: 'Vu sur un réseau' };
    const news = () =>
      board.heard.filter(({ name }) => name === 'collectionModerated').map(({ data }) => data);
    await board.settled();
    expect(news()).toMatchObject([{ ...said, act: 'code-revoked' }]);
    expect(await onBoard()).toEqual([10, 10]);
    const { withdrawal } = await revoke(true);
    await told(2);
    await board.settled();
    expect(news()[1]).toMatchObject({ ...said, act: 'withdrawn' });
    const kept = await teacher.does<NotificationPage>('GET', '/notifications?limit=1');
    expect(kept.items[0]).toMatchObject({ ...said, act: 'withdrawn' });
    expect(await onBoard()).toEqual([6, 6]);
    await admin.does('POST', `/admin/codes/withdrawals/${withdrawal?.id}/undo`);
    await told(3);
    await board.settled();
    expect(news().slice(2)).toMatchObject([
      { act: 'given-back', collectionId: collection.id, code, text: '' },
    ]);
    expect(await onBoard()).toEqual([10, 10]);
  });

  it('takes nothing from who came by another way, nor twice what was taken', async () => {
    const { code, collection } = await leaks('Deux chemins');
    const other = await school.hasA('student');
    const { code: second } = await teacher.does<ShareCode>(
      'POST',
      `/collections/${collection.id}/share-codes`,
      {},
    );
    await other.imports(second);
    const revoke = () =>
      admin.does<Revocation>('POST', `/admin/codes/${code}/revocation`, {
        reason: 'encore',
        withdraw: true,
      });
    const results = await Promise.all([revoke(), revoke()]);
    expect(results.map(({ withdrawal }) => withdrawal?.people ?? 0).sort()).toEqual([0, 4]);
    expect(await has(other, collection.id)).toBe(true);
    expect(await has(teacher, collection.id)).toBe(true);
  });

  it('lets nobody keep what they import while it is withdrawn', async () => {
    const { code, collection } = await teacher.shares('Course');
    const outsider = outsiders[0] as Person;
    const canonical = code.replace('-', '');
    // An import that has done all it does, but has not committed yet.
    const importing = school.database.createQueryRunner();
    await importing.startTransaction();
    await importing.query('SELECT FROM collection WHERE id = $1 FOR SHARE', [collection.id]);
    await importing.query(`INSERT INTO library_entry VALUES ($1, $2, 'follower', '', now())`, [
      outsider.me.id,
      collection.id,
    ]);
    await importing.query('INSERT INTO share_code_use VALUES ($1, $2, now())', [
      canonical,
      outsider.me.id,
    ]);
    await importing.query('UPDATE share_code SET uses = uses + 1 WHERE code = $1', [canonical]);

    const revoked = admin.does<Revocation>('POST', `/admin/codes/${code}/revocation`, {
      reason: 'course',
      withdraw: true,
    });
    await waitingForLocks(school.database, 1);
    await importing.commitTransaction();
    await importing.release();

    expect((await revoked).withdrawal?.people).toBe(1);
    expect(await has(outsider, collection.id)).toBe(false);
  });

  it('finds who had it when it was hidden, and gives it back to nobody else', async () => {
    const { code, collection } = await leaks('Masquée puis retirée');
    await admin.does('POST', `/admin/content/${collection.id}/hide`, { reason: 'à vérifier' });
    const { total } = await admin.does<Outsiders>('GET', `/admin/codes/${code}/outsiders`);
    expect(total).toBe(4);
    const { withdrawal } = await admin.does<Revocation>('POST', `/admin/codes/${code}/revocation`, {
      reason: 'fuite',
      withdraw: true,
    });
    expect(withdrawal?.people).toBe(4);
    await admin.does('POST', `/admin/content/${collection.id}/restore`);
    const [insider, outsider] = [insiders[0] as Person, outsiders[0] as Person];
    expect(await has(insider, collection.id)).toBe(true);
    expect(await has(outsider, collection.id)).toBe(false);
    await admin.does('POST', `/admin/codes/withdrawals/${withdrawal?.id}/undo`);
    expect(await has(outsider, collection.id)).toBe(true);
  });

  it('finishes what a server that died was about to give back', async () => {
    const { code, collection } = await leaks('À moitié rendue');
    const { withdrawal } = await admin.does<Revocation>('POST', `/admin/codes/${code}/revocation`, {
      reason: 'panne',
      withdraw: true,
    });
    await school.database.query('UPDATE withdrawal SET undone_at = now() WHERE id = $1', [
      withdrawal?.id,
    ]);
    const undoing = school.app.get(WithdrawalUndoing);
    expect(await undoing.finish()).toBe(1);
    expect(await has(outsiders[0] as Person, collection.id)).toBe(true);
    expect(await undoing.finish()).toBe(0);
  });

  it('undoes nothing a day later', async () => {
    const { code } = await leaks('Hier');
    const { withdrawal } = await admin.does<Revocation>('POST', `/admin/codes/${code}/revocation`, {
      reason: 'hier',
      withdraw: true,
    });
    await school.database.query(
      `UPDATE withdrawal SET at = at - interval '24 hours' WHERE id = $1`,
      [withdrawal?.id],
    );
    expect(
      await admin.call('POST', `/admin/codes/withdrawals/${withdrawal?.id}/undo`),
    ).toMatchObject({ status: 409, body: { code: 'undo-too-late' } });
  });

  it('replaces a code once, however many ask at the same moment', async () => {
    const { code } = await teacher.shares('Trois fois');
    const rotate = () =>
      admin.call('POST', `/admin/codes/${code}/rotation`, { reason: 'vu en ligne' });
    const answers = await Promise.all([rotate(), rotate(), rotate()]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
    expect(await rotate()).toMatchObject({ status: 409, body: { code: 'share-code-revoked' } });
    expect(await codesOf('search=trois%20fois&state=active')).toHaveLength(1);
  });

  it('replaces a code by a new one for the same collection and class', async () => {
    const { code, collection } = await teacher.shares('Tournante', {
      classId,
      maxUses: 7,
      message: 'Bon travail',
    });
    const board = await teacher.connects();
    const made = await admin.does<ShareCode>('POST', `/admin/codes/${code}/rotation`, {
      reason: 'trop connu',
    });
    expect(made).toMatchObject({
      collectionId: collection.id,
      maxUses: 7,
      uses: 0,
      message: 'Bon travail',
      class: { id: classId },
    });
    expect(made.code).not.toBe(code);
    await board.hears('shareCodeRevoked', ({ data }) => data.code === code);
    expect(await board.hears('collectionModerated')).toMatchObject({
      act: 'code-revoked',
      code,
      text: 'trop connu',
    });
    expect((await (insiders[0] as Person).imports(code)).status).toBe(404);
    expect((await (insiders[0] as Person).imports(made.code)).status).toBe(201);
    const acts = (await lastActs(2)).map(({ act }) => act);
    expect(acts).toContain('share-code.rotated');
  });

  it('refuses what is no reason, and what it does not know', async () => {
    const { code } = await teacher.shares('Sans raison');
    for (const body of [
      undefined,
      {},
      { reason: '', withdraw: true },
      { reason: '  a ', withdraw: true },
      { reason: 'leaked' },
      { reason: 'leaked', withdraw: 'yes' },
      { reason: 'x'.repeat(301), withdraw: false },
      { reason: 'leaked', withdraw: true, more: 1 },
    ]) {
      expect((await admin.call('POST', `/admin/codes/${code}/revocation`, body)).status).toBe(400);
    }
    for (const query of ['state=x', 'search=', 'limit=0', 'limit=501', 'cursor=x', 'more=1']) {
      expect((await admin.call('GET', `/admin/codes?${query}`)).status).toBe(400);
    }
    for (const call of ['outsiders', 'revocation', 'rotation']) {
      const method = call === 'outsiders' ? 'GET' : 'POST';
      const body =
        method === 'GET'
          ? undefined
          : { reason: 'leaked', ...(call === 'revocation' && { withdraw: true }) };
      expect(await admin.call(method, `/admin/codes/BCDF-GHJK/${call}`, body)).toMatchObject({
        status: 404,
        body: { code: 'share-code-unknown' },
      });
    }
  });

  const entries = (id: string) =>
    school.database.query<unknown[]>(
      'SELECT * FROM library_entry WHERE collection_id = $1 ORDER BY person_id',
      [id],
    );
});

const said = (data: Record<string, unknown>) => data.codes as string[];
