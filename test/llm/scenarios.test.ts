import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runOnce } from '../../src/engine/runOnce.js';
import { resolveCandidates } from '../../src/policy/candidates.js';
import type { RunResult } from '../../src/results/runResult.js';
import { loadScenario } from '../../src/scenario/load.js';
import { root } from '../support/runCli.js';

const folder = join(root, 'scenarios/llm');

it.each(readdirSync(folder))('%s begins with what the reader will see, has thresholds and no warning', async (name) => {
  const [first, second] = readFileSync(join(folder, name), 'utf8').split('\n');
  expect(first).toMatch(/^# You will see: .{20,}/);
  expect(second).toBe('# yaml-language-server: $schema=../../schema/scenario.schema.json');
  const { scenario, warnings } = await loadScenario(join(folder, name));
  expect(warnings).toEqual([]);
  expect(scenario.name).toBe(name.replace('.yaml', ''));
  expect(Object.keys(scenario.thresholds).length).toBeGreaterThan(0);
  // One alone where gateways are compared, by --set, and not policies.
  expect(scenario.policies.length).toBeGreaterThan(0);
});

/** The first run of each policy of a scenario, in their order. */
async function runsOf(name: string, set: readonly string[] = []): Promise<RunResult[]> {
  const { scenario, folder: base } = await loadScenario(join(folder, `${name}.yaml`), { set: [...set] });
  const candidates = await resolveCandidates({
    texts: scenario.policies,
    baseFolder: base,
    serviceNames: Object.keys(scenario.services),
  });
  return candidates.map(({ bindings }) =>
    runOnce({ scenario, scenarioFolder: base, bindings, replication: 0, detail: false }),
  );
}

function of({ measures }: RunResult, measure: string): number {
  const value = measures[measure];
  if (value === null || value === undefined) throw new Error(`no ${measure}`);
  return value;
}

const told = (run: RunResult) =>
  `${of(run, 'instances_peak')} at most, TTFT p95 ${(of(run, 'ttft_p95_ms') / 1000).toFixed(1)} s, $${of(run, 'cost_usd').toFixed(1)}`;

describe('kv-vs-gpu', { tags: ['ci'] }, () => {
  it('follows the load by queue and memory; by GPU it takes all or none', async () => {
    const runs = await runsOf('kv-vs-gpu');
    expect(runs.map(told)).toEqual([
      '8 at most, TTFT p95 1.2 s, $59.5',
      '8 at most, TTFT p95 0.7 s, $38.1',
      '8 at most, TTFT p95 123.3 s, $41.0',
      '8 at most, TTFT p95 0.3 s, $84.0',
      '1 at most, TTFT p95 2120.0 s, $10.5',
    ]);
    // Those on the GPU keep all eight, or the first one, for all of the hour.
    const [queue, kv, keda, gpu, full] = runs.map((run) => of(run, 'instances_mean'));
    for (const mean of [queue, kv, keda]) expect(mean).toBeLessThan(6);
    expect(gpu).toBeGreaterThan(7.9);
    expect(full).toBe(1);
  });
});

describe('chat-at-dawn', { tags: ['ci'] }, () => {
  const phases = 'services.chat.instance.startup.phases';
  it('waits for cold servers, unless they are quick or there are more of them at night', async () => {
    const cached = [`${phases}.weights.cachedShare=1`];
    const warm = [...cached, `${phases}.node=0s`, `${phases}.image=0s`];
    const sides = await Promise.all([[], cached, warm].map((set) => runsOf('chat-at-dawn', set)));
    const night = '4 at most, TTFT p95 0.4 s, $41.9';
    expect(sides.map((runs) => runs.map(told))).toEqual([
      ['8 at most, TTFT p95 252.5 s, $39.4', night],
      ['6 at most, TTFT p95 11.0 s, $30.4', night],
      ['4 at most, TTFT p95 0.7 s, $25.4', night],
    ]);
  });
});

describe('prefix-aware', { tags: ['ci'] }, () => {
  it('needs two thirds of the replicas for the same limits', async () => {
    const keeps = (run: RunResult) => of(run, 'ttft_p95_ms') < 1_000 && of(run, 'slo_attainment') >= 0.95;
    const [byPrefix, inTurn, least] = [
      await runsOf('prefix-aware'),
      await runsOf('prefix-aware', ['ai={}']),
      await runsOf('prefix-aware', ['ai={}', 'gateway.balancer=least-requests']),
    ];
    // Six, five and four replicas.
    expect(byPrefix.map(keeps)).toEqual([true, true, true]);
    for (const runs of [inTurn, least]) expect(runs.map(keeps)).toEqual([true, false, false]);
    expect(byPrefix.map((run) => of(run, 'prefix_hit_ratio').toFixed(2))).toEqual(['0.81', '0.79', '0.75']);
    expect(inTurn.map((run) => of(run, 'prefix_hit_ratio').toFixed(2))).toEqual(['0.51', '0.51', '0.52']);
  });

  it('knows queues as of its last look: the rarer it looks, the more go to the same server', async () => {
    const at = async (refresh: string) => {
      const set = ['ai.picker.scorers={queue: 1, kv: 1}', `ai.picker.refresh=${refresh}`];
      const [run] = await runsOf('prefix-aware', set);
      return of(run, 'ttft_p95_ms');
    };
    const [often, seldom] = [await at('10ms'), await at('2s')];
    expect(seldom).toBeGreaterThan(1.5 * often);
  });
});
