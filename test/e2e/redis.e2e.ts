import { createClient } from 'redis';
import { Device } from '../support/device';
import { Instance } from '../support/instance';
import { Person } from '../support/person';
import { hasRedis, RedisServer } from '../support/redis';
import { School } from '../support/school';
import { until } from '../support/until';

/** Skipped where there is no redis-server: `apt-get install redis-server`, `brew install redis`. */
(hasRedis ? describe : describe.skip)('two instances with a Redis between them', () => {
  let redis: RedisServer;
  let school: School;
  let other: Instance;
  let teacher: Person;
  let board: Device;

  beforeAll(async () => {
    redis = await RedisServer.start();
    school = await School.open(redis.url);
    other = await school.another();
    teacher = await school.hasA('teacher');
    board = await Device.connect(other.url, { token: teacher.token });
    await until(async () => (await health()).status === 'ok');
  });
  afterAll(async () => {
    board.close();
    await school.close();
    await redis.kill();
  });

  const health = async () =>
    (await (await fetch(`${other.url}/api/health/ready`)).json()) as { status: string };

  /** One use of a code, on the other instance than the board's. */
  const use = async () => {
    const { code } = await teacher.shares('Au tableau');
    await (await school.hasA('student')).imports(code);
    return code;
  };
  const sees = (code: string) => board.hears('shareCodeUsed', ({ data }) => data.code === code);
  /** Uses codes until the board sees one: what was told meanwhile is lost, as it may be. */
  const seesAgain = () =>
    until(async () => {
      const code = await use();
      return Promise.race([sees(code).then(() => true), tick().then(() => false)]);
    });
  const tick = () => board.settled();

  it('tell live counts on every instance', async () => {
    expect(await sees(await use())).toMatchObject({ uses: 1 });
  });

  it('deliver without it, say that they are degraded, and tell live counts again when it is back', async () => {
    const student = await school.hasA('student');
    const device = await Device.connect(other.url, { token: student.token, last: 0 });
    await redis.kill();
    await until(async () => (await health()).status === 'degraded');
    await student.imports((await teacher.shares('Sans Redis')).code);
    expect(await device.hears('newCollection')).toMatchObject({ seq: 1 });
    device.close();
    await redis.begin();
    await until(async () => (await health()).status === 'ok');
    await seesAgain();
  }, 30_000);

  it('go on when it was emptied', async () => {
    const client = await createClient({ url: redis.url }).connect();
    await client.flushAll();
    client.destroy();
    await seesAgain();
  });
});
