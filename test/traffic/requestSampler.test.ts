import { describe, expect, it } from 'vitest';
import { openIndexedStream, openStream } from '../../src/random/keyedStream.js';
import { requestClassSchema } from '../../src/traffic/requestClass.js';
import { RequestSampler } from '../../src/traffic/requestSampler.js';

const full = {
  route: { web: 0.9, canary: 0.1 },
  cpu: { exponential: { mean: '40ms' } },
  io: { uniform: { min: '10ms', max: '30ms' } },
  patience: { exponential: { mean: '5s' } },
  errorRate: 0.1,
};

function samplerOf(settings: Record<string, unknown>, drawsErrors = false): RequestSampler {
  const key = { seed: 1, replication: 0, owner: 'source users' };
  return new RequestSampler(
    requestClassSchema.parse({ route: 'web', ...settings }),
    {
      stream: (purpose) => openStream({ ...key, purpose }),
      indexedStream: (purpose) => openIndexedStream({ ...key, purpose }),
    },
    { drawsErrors, consumerNames: ['one', 'two', 'three'] },
  );
}

function read(sampler: RequestSampler): number[] {
  const { cpuSeconds, ioSeconds, patienceSeconds, routeUniform, errorUniform } = sampler;
  return [cpuSeconds, ioSeconds, patienceSeconds, routeUniform, errorUniform];
}

function drawn(sampler: RequestSampler, count: number): number[][] {
  return Array.from({ length: count }, () => {
    sampler.drawNext();
    return read(sampler);
  });
}

describe('RequestSampler', () => {
  it('draws the means of the class', () => {
    const rows = drawn(samplerOf(full), 20_000);
    const expected = [0.04, 0.02, 5, 0.5, 0.5];
    const deviations = [0.04, 0.02 / Math.sqrt(12), 5, 1 / Math.sqrt(12), 1 / Math.sqrt(12)];
    for (const [column, mean] of expected.entries()) {
      const sum = rows.reduce((total, row) => total + row[column], 0);
      expect(Math.abs(sum / rows.length - mean)).toBeLessThan((4 * deviations[column]) / Math.sqrt(rows.length));
    }
  });

  it('leaves what a class does not have at a value without effect', () => {
    expect(drawn(samplerOf({ cpu: '20ms' }), 1)).toEqual([[0.02, 0, Number.POSITIVE_INFINITY, 0, 1]]);
  });

  it('draws errors where only a fault can make them', () => {
    const sampler = samplerOf({ cpu: '20ms' }, true);
    sampler.drawNext();
    expect(sampler.errorUniform).toBeLessThan(1);
  });

  it('keeps the draws of a purpose when another one is added', () => {
    const { io, ...without } = full;
    const [all, less] = [drawn(samplerOf(full), 100), drawn(samplerOf(without), 100)];
    expect(less.map(([cpu, , ...rest]) => [cpu, ...rest])).toEqual(all.map(([cpu, , ...rest]) => [cpu, ...rest]));
    expect(less.every(([, ioSeconds]) => ioSeconds === 0)).toBe(true);
  });

  it('draws who asks by weight, and nobody else is moved by it', () => {
    const sampler = samplerOf({ ...full, consumer: { three: 3, one: 1, two: 0 } });
    const counts = [0, 0, 0];
    const rows = Array.from({ length: 4000 }, () => {
      sampler.drawNext();
      counts[sampler.consumer]++;
      return read(sampler);
    });
    expect(rows).toEqual(drawn(samplerOf(full), 4000));
    expect(counts[1]).toBe(0);
    expect(Math.abs(counts[0] - 1000)).toBeLessThan(4 * Math.sqrt(4000 * 0.25 * 0.75));
    expect(samplerOf({ consumer: 'two' }).consumer).toBe(1);
    expect(samplerOf({ consumer: { three: 1, two: 0 } }).consumer).toBe(2);
    expect(samplerOf({}).consumer).toBe(-1);
  });

  it('draws the same for a user and iteration, in any order', () => {
    const places = [
      [0, 0],
      [0, 1],
      [1, 0],
      [7, 3],
    ] as const;
    const drawAll = (order: readonly (readonly [number, number])[]) => {
      const sampler = samplerOf(full);
      return order.map(([user, iteration]) => {
        sampler.drawAt(user, iteration);
        return read(sampler);
      });
    };
    const forward = drawAll(places);
    expect(drawAll([...places].reverse()).reverse()).toEqual(forward);
    expect(new Set(forward.map(([cpu]) => cpu)).size).toBe(places.length);
  });
});
