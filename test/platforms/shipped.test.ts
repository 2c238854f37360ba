import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runOnce } from '../../src/engine/runOnce.js';
import { resolveCandidates } from '../../src/policy/candidates.js';
import type { DecisionRow } from '../../src/results/results.js';
import type { RunResult } from '../../src/results/runResult.js';
import { checkManifests } from '../../src/scenario/checkManifests.js';
import { loadScenario, parseScenario } from '../../src/scenario/load.js';
import type { Scenario, ScenarioInput } from '../../src/scenario/schema.js';
import { root } from '../support/runCli.js';
import { sampled } from '../support/sampled.js';

async function runShipped(scenario: Scenario, policy: string): Promise<RunResult> {
  const [{ bindings }] = await resolveCandidates({ texts: [policy], baseFolder: join(root, 'policies') });
  return runOnce({ scenario, scenarioFolder: root, bindings, replication: 0, detail: true });
}

async function runOf(scenarioName: string, policy: string): Promise<RunResult> {
  const { scenario } = await loadScenario(join(root, 'scenarios', scenarioName));
  return runShipped(scenario, policy);
}

/** The counts that were in force, one after the other. */
function countsOf({ detail }: RunResult): number[] {
  const applied = (detail?.decisions ?? []).map((row: DecisionRow) => row.applied);
  return applied.filter((count, index) => count !== applied[index - 1]);
}

describe('shipped manifests', () => {
  const names = readdirSync(join(root, 'policies')).filter((name) => /\.(yaml|json)$/.test(name));
  const forFlashSale = ['aws-target-tracking.json', 'hpa-default.yaml', 'hpa-tuned.yaml', 'keda-queue.yaml'];

  it('are those that the pages speak of', () => {
    expect(names).toEqual([
      'aws-target-tracking.json',
      'hpa-default.yaml',
      'hpa-memory.yaml',
      'hpa-slow.yaml',
      'hpa-tuned.yaml',
      'keda-queue.yaml',
    ]);
  });

  for (const { tags, part } of sampled(forFlashSale, 4))
    it.each(part)('%s fits the flash sale: it runs, and nothing about it is wrong', { tags }, async (name) => {
      const { scenario } = await loadScenario(join(root, 'scenarios/flash-sale.yaml'));
      const candidates = await resolveCandidates({ texts: [name], baseFolder: join(root, 'policies') });
      const codes = checkManifests(scenario, candidates).map(({ code }) => code);
      // The address of its Prometheus is all that a ScaledObject has too much.
      expect(codes).toEqual(name === 'keda-queue.yaml' ? ['not-simulated'] : []);
      const [{ bindings }] = candidates;
      const run = runOnce({ scenario, scenarioFolder: root, bindings, replication: 0, detail: true });
      expect(Math.max(...countsOf(run))).toBeGreaterThan(10);
      expect(run.detail?.decisions.some(({ result }) => result === 'clamped')).toBe(false);
    });
});

describe('scenarios/hpa-growth.yaml', () => {
  it('shows how a target of 75 % grows under saturation', async () => {
    expect(countsOf(await runOf('hpa-growth.yaml', 'hpa-slow.yaml')).slice(0, 7)).toEqual([10, 14, 19, 26, 35, 47, 63]);
  });

  it('shows how one of 50 % doubles', async () => {
    const counts = countsOf(await runOf('hpa-growth.yaml', 'hpa-slow.yaml?averageUtilization=50'));
    expect(counts.slice(0, 4)).toEqual([10, 20, 40, 80]);
  });
});

describe('scenarios/hpa-memory.yaml', () => {
  it('shows a target on memory that keeps 4 instances for ever, and one on CPU that does not', async () => {
    const memory = await runOf('hpa-memory.yaml', 'hpa-memory.yaml');
    expect(countsOf(memory)).toEqual([4]);
    const reasons = (memory.detail?.decisions ?? []).map(({ reason }) => reason);
    expect(reasons.at(-1)).toMatch(/^memory 16\dMi a pod of target 200Mi, 4 ready -> 4$/);
    const cpu = await runOf('hpa-memory.yaml', 'hpa-default.yaml?minReplicas=2&maxReplicas=10');
    expect(countsOf(cpu).at(-1)).toBe(2);
  });
});

describe('the request', () => {
  /** 200 a second of 50 ms keep 10 vCPUs busy. At 60 % of a request r that is 10 / (0.6 r) instances. */
  const scenario = (cpuRequest: number): ScenarioInput => ({
    name: 'request',
    duration: '20m',
    traffic: { users: { executor: 'constant-arrival-rate', rate: 200 } },
    requests: { page: { route: 'web', cpu: '50ms' } },
    services: {
      web: { instance: { vcpus: 2, cpuRequest, concurrency: 32, startup: '10s' }, scaling: { min: 4, max: 40 } },
    },
    telemetry: { scrape: '15s', window: '60s' },
  });

  it.each([
    [2, 9],
    [0.5, 34],
  ])('of %d vCPUs makes the same HPA settle at %i of the same instances', async (cpuRequest, count) => {
    const counts = countsOf(await runShipped(parseScenario(scenario(cpuRequest)), 'hpa-default.yaml'));
    expect(counts.at(-1)).toBe(count);
  });
});
