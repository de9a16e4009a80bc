import { rm } from 'node:fs/promises';
import type { Person } from '../support/person';
import { cli } from '../support/cli';
import { makeDataDir } from '../support/data-dir';
import { School } from '../support/school';

describe('the command line', () => {
  let school: School;
  let dataDir: string;
  let student: Person;

  beforeAll(async () => {
    [school, dataDir] = [await School.open(), await makeDataDir()];
  });
  beforeEach(async () => {
    student = await school.hasA('student');
  });
  afterAll(async () => {
    await school.close();
    await rm(dataDir, { recursive: true });
  });

  const run = (...args: string[]) =>
    cli(args, {
      DATABASE_URL: school.databaseUrl,
      DATA_DIR: dataDir,
      JWT_SECRET: 'of a command line that signs nothing, and long enough',
    });
  const signsIn = async () =>
    (
      await student.call('POST', '/auth/login', {
        email: student.email,
        password: student.password,
      })
    ).status;

  it('disables an account: signed out of a server that runs, until it is enabled', async () => {
    const device = await student.connects();
    expect(await run('user:disable', '--email', student.email)).toMatchObject({ code: 0 });
    expect(await device.hears('bye')).toMatchObject({ because: 'account-disabled' });
    expect(await signsIn()).toBe(401);
    expect(await run('user:enable', '--email', student.email)).toMatchObject({ code: 0 });
    expect(await signsIn()).toBe(200);
  });

  it('gives another role, from the next sign-in on', async () => {
    const device = await student.connects();
    expect(await run('user:role', '--email', student.email, '--role', 'teacher')).toMatchObject({
      code: 0,
    });
    expect(await device.hears('bye')).toMatchObject({ because: 'role-changed' });
    await student.signIn();
    expect(student.me.role).toBe('teacher');
  });

  it.each([
    [['user:disable', '--email', 'nobody@school.example'], 'has no account'],
    [['user:disable', '--email', 'nobody'], '--email must be'],
    [['user:role', '--email', 'nobody@school.example', '--role', 'king'], '--role must be'],
    [['seed', '--people', 'many'], '--people must be'],
    [['seed'], 'Refused'],
    [['user:delete'], 'Usage:'],
    [['user:enable', '--force'], '--force'],
  ])('refuses %j', async (args, words) => {
    expect(await run(...args)).toEqual({
      code: 2,
      output: expect.stringContaining(words) as string,
    });
  });
});
