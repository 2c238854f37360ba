import type { Options, Scenario } from 'k6/options';
import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { sourceSettings } from '../../../src/traffic/sources/index.js';

type SourceInput = z.input<typeof sourceSettings>;

/** k6's scenario without `options`, which configures its browser only. */
type Portable<S extends Scenario> = S extends Scenario ? Omit<S, 'options'> : never;

/** Compiles only while every executor that k6's types know may stand in a scenario file as it is. */
const asSource = (scenario: Portable<Scenario>): SourceInput => scenario;

const scenarios = {
  shared: { executor: 'shared-iterations', vus: 2, iterations: 4, maxDuration: '30s' },
  each: { executor: 'per-vu-iterations', vus: 2, iterations: 4, gracefulStop: '5s' },
  steady: { executor: 'constant-vus', vus: 10, duration: '45m', env: { A: 'b' }, tags: { c: 'd' } },
  ramp: { executor: 'ramping-vus', startVUs: 0, stages: [{ duration: '20s', target: 10 }], gracefulRampDown: '0s' },
  rate: { executor: 'constant-arrival-rate', rate: 30, timeUnit: '1s', duration: '30s', preAllocatedVUs: 50 },
  ramped: {
    executor: 'ramping-arrival-rate',
    startRate: 300,
    timeUnit: '1m',
    stages: [{ duration: '2m', target: 600 }],
    preAllocatedVUs: 50,
    maxVUs: 100,
    exec: 'main',
  },
} satisfies NonNullable<Options['scenarios']>;

describe("k6's own scenarios", () => {
  it.each(Object.entries(scenarios))('are read as they stand: %s', (_name, scenario) => {
    expect(sourceSettings.parse(asSource(scenario))).toMatchObject({ executor: scenario.executor });
  });
});
