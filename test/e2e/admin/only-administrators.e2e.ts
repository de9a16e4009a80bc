import { routes } from '../../support/routes';
import { School } from '../../support/school';

const ID = '00000000-0000-4000-8000-000000000000';
const CODE = 'BCDFGHJK';

const rooms = routes(ID, ID, CODE).filter(([, path]) => path.startsWith('/admin/'));

/** Rooms that one can ask for nothing in particular. */
const unasked = [
  '/admin/overview',
  '/admin/overview/history',
  '/admin/settings',
  '/admin/codes/withdrawals',
];

describe('the administrators’ rooms', () => {
  let school: School;
  beforeAll(async () => (school = await School.open()));
  afterAll(() => school.close());

  it.each(['student', 'teacher'] as const)(
    'are closed to a %s, whatever is asked',
    async (role) => {
      const person = await school.hasA(role);
      expect(rooms.length).toBeGreaterThan(0);
      for (const [method, path, body] of rooms) {
        const { status, body: told } = await person.call(method, path, body);
        expect({ method, path, status, told }).toMatchObject({
          status: 403,
          told: { code: 'forbidden' },
        });
      }
    },
  );

  it('take no field, and no question, that they do not know', async () => {
    const admin = await school.hasA('admin');
    for (const [method, path, body] of rooms) {
      if (typeof body === 'object') {
        for (const extra of ['role', 'actorId', 'at', '__defineGetter__']) {
          const { status } = await admin.call(method, path, { ...body, [extra]: 'x' });
          expect({ method, path, extra, status }).toMatchObject({ status: 400 });
        }
      }
      const isOfOne = [ID, CODE].some((one) => path.includes(one));
      if (method === 'GET' && !isOfOne && !unasked.includes(path)) {
        const { status } = await admin.call(method, `${path}?nothing=1`);
        expect({ path, status }).toMatchObject({ status: 400 });
      }
    }
  });
});
