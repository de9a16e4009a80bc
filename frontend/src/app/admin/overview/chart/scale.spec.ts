import { barsOf, strengths } from './scale';

describe('the scales of the charts', () => {
  it('stand bars side by side, the largest within the plot', () => {
    const { left, width, height, ticks } = barsOf([0, 10, null, 7]);
    expect(left).toEqual([...left].sort((one, other) => one - other));
    expect((left.at(-1) ?? 0) + width).toBeLessThanOrEqual(100);
    expect(Math.max(...height)).toBeLessThanOrEqual(100);
    expect([height[0], height[2]]).toEqual([0, 0]);
    expect(ticks.every(({ value }) => Number.isInteger(value))).toBe(true);
  });

  it('have something to stand on where nothing happened', () => {
    expect(barsOf([0, 0]).ticks.length).toBeGreaterThan(1);
  });

  it('colour a quiet hour more than an empty one', () => {
    const [[empty, quiet, busy]] = strengths([[0, 1, 100]]) as [[number, number, number]];
    expect(empty).toBe(0);
    expect(quiet).toBeGreaterThan(0.05);
    expect(busy).toBe(1);
  });
});
