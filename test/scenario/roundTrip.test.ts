import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeScenario, inspectScenario } from '../../src/scenario/inspect.js';
import { loadScenario, parseScenario } from '../../src/scenario/load.js';
import type { ScenarioInput } from '../../src/scenario/schema.js';

const folder = resolve(import.meta.dirname, '../../scenarios');
const shipped = readdirSync(folder).filter((name) => name.endsWith('.yaml'));

const duration = fc.integer({ min: 1, max: 5000 }).map((value) => `${value}ms`);
const distribution = fc.oneof(
  duration,
  fc.record({ exponential: fc.record({ mean: duration }) }),
  fc.record({ lognormal: fc.record({ mean: duration, cv: fc.double({ min: 0.1, max: 3, noNaN: true }) }) }),
  fc.record({ gamma: fc.record({ mean: duration, cv: fc.double({ min: 0.1, max: 3, noNaN: true }) }) }),
  fc.record({
    mixture: fc.constant([
      { weight: 0.5, constant: '1s' },
      { weight: 0.5, exponential: { mean: '2s' } },
    ]),
  }),
);
const scenarios: fc.Arbitrary<ScenarioInput> = fc
  .record({
    rate: fc.integer({ min: 0, max: 50 }),
    cpu: distribution,
    startup: distribution,
    balancer: fc.constantFrom('random', 'round-robin', 'least-requests', 'power-of-two'),
    min: fc.integer({ min: 0, max: 4 }),
    more: fc.integer({ min: 0, max: 4 }),
    arrivals: fc.constantFrom('poisson', 'even', { gamma: { cv: 2 } }),
  })
  // safe: the record is built from the words of the format; the parser is what is tested.
  .map(
    ({ rate, cpu, startup, balancer, min, more, arrivals }) =>
      ({
        name: 'any',
        duration: '10m',
        traffic: { users: { executor: 'constant-arrival-rate', rate, arrivals } },
        requests: { page: { route: 'web', cpu } },
        services: { web: { instance: { startup }, scaling: { min, max: min + more } } },
        gateway: { balancer },
      }) as ScenarioInput,
  );

describe('a resolved scenario', () => {
  it.each(shipped)('loads again as the same: %s', async (name) => {
    const { scenario } = await loadScenario(join(folder, name));
    expect(parseScenario(encodeScenario(scenario))).toEqual(scenario);
  });

  it('loads again as the same, whatever it was', () => {
    fc.assert(
      fc.property(scenarios, (input) => {
        const scenario = parseScenario(input);
        expect(parseScenario(encodeScenario(scenario))).toEqual(scenario);
      }),
      { seed: 11, numRuns: 200 },
    );
  });

  it('has the estimates that its numbers give', async () => {
    const { estimates } = inspectScenario(await loadScenario(join(folder, 'steady.yaml')));
    // 200/s for an hour; 2 vCPUs at 25 ms of cpu serve 80/s; 200 / (0.8 x 80) = 3.1.
    expect(estimates.expectedArrivals).toEqual({ users: 720_000 });
    expect(estimates.services.web).toEqual({ capacityPerInstance: 80, neededAtPeak: 4 });
  });
});
