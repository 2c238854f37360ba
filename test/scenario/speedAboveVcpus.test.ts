import { describe, expect, it } from 'vitest';
import { parseScenario } from '../../src/scenario/load.js';
import type { ScenarioInput } from '../../src/scenario/schema.js';
import { speedAboveVcpus } from '../../src/scenario/speedAboveVcpus.js';

type Instance = NonNullable<ScenarioInput['services'][string]['instance']>;

function warningsOf(instance: Instance): string[] {
  const scenario = parseScenario({
    name: 'fast',
    duration: '1m',
    traffic: { load: { executor: 'constant-arrival-rate', rate: 1 } },
    requests: { page: { route: 'web', cpu: '20ms' } },
    services: { web: { instance } },
  });
  return speedAboveVcpus(scenario).map(({ what }) => what);
}

describe('a speed', () => {
  it.each<[string, Instance]>([
    ['without one', { vcpus: 2 }],
    ['a table that ends at the vCPUs', { vcpus: 2, speed: { 1: 1, 8: 2 } }],
    ['a USL whose slots end before it is too fast', { vcpus: 2, concurrency: 2, speed: { usl: { contention: 0.03 } } }],
    ['a USL on as many vCPUs as it needs', { vcpus: 14, speed: { usl: { contention: 0.03, coherency: 0.0005 } } }],
  ])('within the vCPUs is fine: %s', (_name, instance) => {
    expect(warningsOf(instance)).toEqual([]);
  });

  it.each<[string, Instance, string]>([
    // n = sqrt((1 - 0.03) / 0.0005) = 44: 44 / (1 + 0.03 x 43 + 0.0005 x 44 x 43) = 13.6.
    ['a USL', { vcpus: 2, speed: { usl: { contention: 0.03, coherency: 0.0005 } } }, 'reaches 13.6 vCPUs'],
    ['a table', { vcpus: 2, speed: { table: { 1: 1, 8: 6.5 } } }, 'reaches 6.5 vCPUs'],
    ['one request alone', { vcpus: 0.5, speed: { 1: 1 } }, 'reaches 1 vCPUs'],
  ])('above the vCPUs is told: %s', (_name, instance, words) => {
    expect(warningsOf(instance)).toEqual([expect.stringContaining(words)]);
  });
});
