import { Device } from '../support/device';
import { Instance } from '../support/instance';
import { hasNginx, Nginx, startNginx } from '../support/nginx';
import { Person } from '../support/person';
import { School } from '../support/school';

/** Skipped where there is no nginx: `apt-get install nginx`, `brew install nginx`. */
(hasNginx ? describe : describe.skip)('behind nginx, two instances', () => {
  let school: School;
  let other: Instance;
  let nginx: Nginx;
  let teacher: Person;
  const devices: Device[] = [];

  beforeAll(async () => {
    school = await School.open();
    other = await school.another();
    nginx = await startNginx(school.url, other.url);
    teacher = await school.hasA('teacher');
  });
  afterAll(async () => {
    for (const device of devices) device.close();
    await nginx.stop();
    await school.close();
  });

  const connects = async (person: Person, headers = {}) => {
    const auth = { token: person.token, last: 0, headers };
    const device = await Device.connect(nginx.url, auth);
    devices.push(device);
    return device;
  };

  it('serve every device, whichever it came to, and go on when one stops', async () => {
    const students = [await school.hasA('student'), await school.hasA('student')];
    const before = [];
    for (let n = 0; n < 8; n += 1) before.push(await connects(students[n % 2] as Person));
    for (const student of students) await student.imports((await teacher.shares('Partout')).code);
    for (const device of before) await device.hears('newCollection', ({ data }) => data.seq === 1);

    await other.stop();
    for (const student of students) await student.imports((await teacher.shares('Encore')).code);
    const still = before.filter(({ socket }) => socket.connected);
    expect(still.length).toBeGreaterThan(0);
    expect(still.length).toBeLessThan(before.length);
    const after = [];
    for (let n = 0; n < 4; n += 1) after.push(await connects(students[n % 2] as Person));
    for (const device of [...still, ...after])
      await device.hears('newCollection', ({ data }) => data.seq === 2);
  });

  it('lets the page of its own address in, and no other', async () => {
    const student = await school.hasA('student');
    expect(await connects(student, { origin: nginx.url })).toBeInstanceOf(Device);
    await expect(connects(student, { origin: 'https://evil.example' })).rejects.toThrow();
  });
});
