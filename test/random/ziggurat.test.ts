import { expect, it } from 'vitest';
import { exponentialZiggurat, layerCount, normalZiggurat } from '../../src/random/ziggurat.js';

const cases = [
  { name: 'exponential', tables: exponentialZiggurat, density: (x: number) => Math.exp(-x) },
  { name: 'normal', tables: normalZiggurat, density: (x: number) => Math.exp((-x * x) / 2) },
];

it.each(cases)('the layers of the $name ziggurat have equal areas and close at the top', ({ tables, density }) => {
  const { widthScaled, inner, height } = tables;
  const area = widthScaled[0] * 2 ** 53 * height[1];
  for (let layer = 1; layer < layerCount; layer++) {
    const width = widthScaled[layer] * 2 ** 53;
    expect(width * (height[layer + 1] - height[layer])).toBeCloseTo(area, 12);
    expect(height[layer]).toBeCloseTo(density(width), 12);
    expect(inner[layer]).toBeLessThan(width);
  }
  expect(inner[layerCount - 1]).toBe(0);
});
