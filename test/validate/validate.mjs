import { CheckFailed } from './check-failed.mjs';
import { Report } from './report.mjs';
import { arriving } from './steps/arriving.mjs';
import { following } from './steps/following.mjs';
import { importing } from './steps/importing.mjs';
import { refusing } from './steps/refusing.mjs';

const steps = [...arriving, ...refusing, ...importing, ...following];

/**
 * Makes all checks, then cleans up, which is a check itself.
 * @param {import('./world.mjs').World} world
 */
export async function validate(world) {
  const report = new Report();
  let goOn = true;
  for (const { title, essential = false, run } of steps) {
    if (goOn) {
      const passed = await report.check(title, () => run(world));
      goOn = passed || !essential;
    } else {
      report.missed(title);
    }
  }
  await report.check('Nothing is left behind', async () => {
    const left = await world.cleanup.run();
    if (left.length > 0) throw new CheckFailed(left.join('; '));
  });
  return report;
}
