import { routes } from '../../support/routes';
import { School } from '../../support/school';

const ID = '00000000-0000-4000-8000-000000000000';

describe('the administrators’ rooms', () => {
  let school: School;
  beforeAll(async () => (school = await School.open()));
  afterAll(() => school.close());

  it.each(['student', 'teacher'] as const)(
    'are closed to a %s, whatever is asked',
    async (role) => {
      const person = await school.hasA(role);
      const rooms = routes(ID, ID, 'BCDFGHJK').filter(([, path]) => path.startsWith('/admin/'));
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
});
