import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stepMicroseconds } from '../../../src/fleet/modelServer/stepTime.js';
import { architectures } from '../../../src/fleet/models/architectures.js';
import { amountsOf, type Datasheet, generations, numbersOf } from '../../../src/fleet/models/datasheet.js';
import { gpus } from '../../../src/fleet/models/gpus.js';
import { presets } from '../../../src/fleet/models/presets.js';

function sheet(model: string, tensorParallel: number, changed: Partial<Datasheet> = {}): Datasheet {
  const architecture = architectures.find(({ name }) => name === model);
  if (architecture === undefined) throw new Error(`no ${model}`);
  const plain = { architecture, gpu: gpus[0], tensorParallel, bytesPerWeight: 2, bytesPerKv: 2 };
  return { ...plain, generation: '2026', ...changed };
}

describe('a data sheet tells what a replica does', () => {
  // As the servers logged them: inference-sim/training and testdata/trained_physics_iter29.json of inference-sim.
  it.each([
    ['llama-2-7b', 1, 7463],
    ['llama-3.1-70b', 4, 30251],
    ['llama-3.1-70b', 4, 30425],
    ['mistral-nemo-12b', 2, 48009],
    ['mistral-nemo-12b', 1, 19251],
  ])('the KV blocks of %s on %i H100 are within 3 %% of the logged %i', (model, gpuCount, logged) => {
    expect(Math.abs(numbersOf(sheet(model, gpuCount)).kvBlocks / logged - 1)).toBeLessThan(0.03);
  });

  // Published fits of other people to servers of their own: nothing here was made of them.
  it.each([
    ['llama-3.1-8b', 2, 2, -4],
    ['qwen2.5-7b', -12, -4, -3],
    ['qwen3-14b', -15, -3, -1],
    ['codellama-34b', -2, 0, -4],
  ])(
    '%s is %i %%, %i %% and %i %% off a published fit of it in base, prompt token and KV',
    (model, base, prompt, kv) => {
      const fit = presets.find((one) => one.model.name === model && one.fidelity === 'linear')?.numbers;
      if (fit === undefined) throw new Error(`no fit of ${model}`);
      const here = numbersOf(sheet(model, 1));
      const off = (value: number, published: number) => (value / published - 1) * 100;
      expect(off(here.step.base, fit.step.base)).toBeCloseTo(base, -0.5);
      expect(off(here.step.perPrefillToken, fit.step.perPrefillToken)).toBeCloseTo(prompt, -0.5);
      expect(off(here.kvBlocks, fit.kvBlocks)).toBeCloseTo(kv, -0.5);
    },
  );

  it('one request alone cannot be faster than the memory: weights once a token', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...architectures),
        fc.constantFrom(...gpus),
        fc.constantFrom(1, 2, 4, 8),
        fc.constantFrom(2, 1, 0.5625),
        fc.constantFrom(...generations),
        (architecture, gpu, tensorParallel, bytesPerWeight, generation) => {
          const one = { architecture, gpu, tensorParallel, bytesPerWeight, bytesPerKv: 2, generation };
          const { step, kvBlocks } = numbersOf(one);
          const { weightBytes, head, kvBytes } = amountsOf(one);
          const bandwidth = tensorParallel * gpu.memoryBytesPerMicrosecond;
          const alone = stepMicroseconds(step, { decoding: 1, contextTokens: 0, promptTokens: 0, attentionPairs: 0 });
          expect(alone).toBeGreaterThan((weightBytes - bytesPerWeight * head) / bandwidth);
          expect(kvBlocks > 0).toBe(kvBytes >= 16 * amountsOf(one).kvBytesPerToken);
          for (const coefficient of Object.values(step)) expect(coefficient).toBeGreaterThanOrEqual(0);
        },
      ),
    );
  });

  it('more GPUs are faster, and sublinearly so', () => {
    const alone = numbersOf(sheet('mistral-nemo-12b', 1));
    const two = numbersOf(sheet('mistral-nemo-12b', 2));
    expect(two.step.base).toBeLessThan(alone.step.base);
    expect(two.step.base).toBeGreaterThan(alone.step.base / 2);
    expect(two.kvBlocks).toBeGreaterThan(2 * alone.kvBlocks);
    expect([alone.step.allReduce, two.step.allReduce > 0]).toEqual([0, true]);
  });

  it('a model that does not fit has no KV memory', () => {
    expect(numbersOf(sheet('llama-3.1-70b', 1)).kvBlocks).toBe(0);
  });

  it('the older servers are slower for each request and plan nothing ahead', () => {
    const older = numbersOf(sheet('qwen3-32b', 2, { generation: '2025' }));
    const newer = numbersOf(sheet('qwen3-32b', 2));
    expect(older.step.perSequence).toBeGreaterThan(newer.step.perSequence);
    expect([older.lookahead, newer.lookahead]).toEqual([0, 1]);
    // 8-bit weights, one byte of KV: half the weights and half the KV stream.
    const halved = numbersOf(sheet('qwen3-32b', 2, { generation: '2025', bytesPerWeight: 1, bytesPerKv: 1 }));
    expect(halved.step.perContextToken).toBeCloseTo(older.step.perContextToken / 2, 12);
    expect(halved.step.perPrefillToken).toBeCloseTo(older.step.perPrefillToken / 2, 12);
  });
});

describe('the presets', () => {
  it('have names of their own, a source, a date, and room for a request', () => {
    expect(new Set(presets.map(({ name }) => name)).size).toBe(presets.length);
    for (const { name, source, dated, accuracy, numbers } of presets) {
      expect([name, dated.match(/^\d{4}-\d\d$/)?.[0]]).toEqual([name, dated]);
      expect(source.length * accuracy.length, name).toBeGreaterThan(0);
      expect(numbers.kvBlocks, name).toBeGreaterThan(100);
    }
  });
});
