import { describe, expect, it } from 'vitest';
import { PoolSaturation } from '../../src/fleet/poolSaturation.js';

describe('how full the model servers of a service are', () => {
  const filled = [
    { waiting: 10, kvUsedBlocks: 0, kvBlocks: 100 },
    { waiting: 0, kvUsedBlocks: 40, kvBlocks: 100 },
    { waiting: 1, kvUsedBlocks: 80, kvBlocks: 100 },
    { waiting: 1, kvUsedBlocks: 0, kvBlocks: 0 },
  ];
  const saturation = new PoolSaturation({ queue: 5, kv: 0.8 });
  const of = (...replicas: number[]) =>
    saturation.of(replicas, { read: (instance, reading) => Object.assign(reading, filled[instance]) });

  it('is the mean of the larger of queue and memory, each against its limit', () => {
    expect([of(0), of(1), of(2), of(3)]).toEqual([2, 0.5, 1, 0.2]);
    expect(of(0, 1, 2, 3)).toBeCloseTo(3.7 / 4, 12);
  });

  it('is without end where there are none', () => {
    expect(of()).toBe(Number.POSITIVE_INFINITY);
  });
});
