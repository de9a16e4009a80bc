import { Reading } from './reading';

/** A reading whose answers come when the test says so. */
function slow() {
  const answers: (() => void)[] = [];
  const reading = new Reading(() => new Promise((resolve) => answers.push(resolve)));
  const answer = async () => {
    answers.at(-1)?.();
    await Promise.resolve();
    await Promise.resolve();
  };
  return { reading, answers, answer };
}

describe('Reading', () => {
  it('reads once when nothing happens meanwhile', async () => {
    const { reading, answers, answer } = slow();
    const read = reading.anew();
    await answer();
    await read;
    expect(answers).toHaveLength(1);
  });

  it('reads again when something was told while it read', async () => {
    const { reading, answers, answer } = slow();
    const read = reading.anew();
    reading.disturb();
    await answer();
    expect(answers).toHaveLength(2);
    await answer();
    await read;
    expect(answers).toHaveLength(2);
  });

  it('reads again after a reading that was under way when it was asked', async () => {
    const { reading, answers, answer } = slow();
    void reading.anew();
    const read = reading.anew();
    expect(answers).toHaveLength(1);
    await answer();
    await answer();
    await read;
    expect(answers).toHaveLength(2);
  });

  it('reads when it is asked again later', async () => {
    const { reading, answers, answer } = slow();
    const first = reading.anew();
    await answer();
    await first;
    const second = reading.anew();
    await answer();
    await second;
    expect(answers).toHaveLength(2);
  });
});
