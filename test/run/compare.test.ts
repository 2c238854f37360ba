import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { resolveCandidates } from '../../src/policy/candidates.js';
import type { Candidate, PolicySpec } from '../../src/policy/policySpec.js';
import { hasResults } from '../../src/results/results.js';
import { runPlannedComparisons } from '../../src/run/compare.js';
import type { PlannedComparison } from '../../src/run/plan.js';
import { parseScenario } from '../../src/scenario/load.js';
import { root, temporaryFolder } from '../support/runCli.js';

const scenario = parseScenario({
  name: 'small',
  duration: '5m',
  traffic: { users: { executor: 'constant-arrival-rate', rate: 20 } },
  requests: { page: { route: 'web', io: { exponential: { mean: '100ms' } } } },
  services: { web: { instance: { concurrency: 4, price: 0.1 }, scaling: { min: 1, max: 5, initial: 2 } } },
});

function candidate(name: string, spec: PolicySpec): Candidate {
  return { name, source: 'fileName' in spec ? spec.fileName : name, hash: '', params: {}, bindings: { '*': spec } };
}

function lua(name: string, body: string): Candidate {
  const code = `return { decide = function(o) ${body} end }`;
  return candidate(name, { kind: 'lua', fileName: `${name}.lua`, path: `${name}.lua`, code, params: {} });
}

async function typescript(name: string, body: string): Promise<Candidate> {
  const folder = temporaryFolder({ [`${name}.ts`]: `export default { decide(o) { ${body} } }` });
  const [found] = await resolveCandidates({ texts: [`${name}.ts`], baseFolder: folder.path });
  folder.remove();
  return found;
}

const options = {
  workerCount: 2,
  workerFile: join(root, 'dist/cli/worker.js'),
  allowEmpty: false,
  signal: new AbortController().signal,
};
const comparison = (...candidates: Candidate[]): PlannedComparison => ({
  scenario,
  folder: root,
  hash: '',
  candidates,
});

describe('a comparison', () => {
  const none = candidate('none', { kind: 'none' });
  const two = candidate('two', { kind: 'static', count: 3 });

  it('gives the same result with one worker and with several', { tags: ['ci'] }, async () => {
    const run = (workerCount: number) =>
      runPlannedComparisons([comparison(none, two)], { ...options, replications: [0, 1, 2, 3], workerCount });
    expect(JSON.stringify(await run(1))).toBe(JSON.stringify(await run(3)));
  });

  describe('with a precision', () => {
    const first = { ...options, replications: [0, 1, 2] };
    const goalOf = (ratio: number, maxRunCount: number) => ({ ratio, measures: ['latency_mean_ms'], maxRunCount });

    it('adds runs until every mean is known so well, whatever the workers', { tags: ['ci'] }, async () => {
      const run = (workerCount: number) =>
        runPlannedComparisons([comparison(none, two)], { ...first, precision: goalOf(0.04, 100), workerCount });
      const [one, three] = [await run(1), await run(3)];
      expect(JSON.stringify(one)).toBe(JSON.stringify(three));
      const { precision, policies } = one.scenarios[0];
      expect(precision).toMatchObject({ reached: true, asked: 0.04 });
      expect(precision?.runs).toBeGreaterThan(3);
      expect(precision?.runs).toBeLessThan(100);
      for (const policy of policies.filter(hasResults)) {
        const { mean, low, high } = policy.measures.latency_mean_ms;
        expect(((high ?? 0) - (low ?? 0)) / 2 / (mean ?? 0)).toBeLessThanOrEqual(0.04);
        expect(policy.replications.map(({ replication }) => replication)).toEqual([...Array(precision?.runs).keys()]);
      }
    });

    it('gives the runs that a fixed number gives', async () => {
      const { scenarios } = await runPlannedComparisons([comparison(none)], { ...first, precision: goalOf(1e-6, 8) });
      const fixed = await runPlannedComparisons([comparison(none)], {
        ...options,
        replications: [0, 1, 2, 3, 4, 5, 6, 7],
      });
      expect(scenarios[0].policies).toEqual(fixed.scenarios[0].policies);
    });

    it('ends at the cap and says how far it came, and whose mean is the widest', async () => {
      const { scenarios } = await runPlannedComparisons([comparison(none, two)], {
        ...first,
        precision: goalOf(1e-6, 8),
      });
      expect(scenarios[0].precision).toMatchObject({
        reached: false,
        runs: 8,
        worst: { measure: 'latency_mean_ms', half_width: expect.any(Number) },
      });
    });

    it('does not wait for a measure that no run answers', async () => {
      const precision = { ratio: 0.01, measures: ['slo_attainment'], maxRunCount: 50 };
      const { scenarios } = await runPlannedComparisons([comparison(none)], { ...first, precision });
      expect(scenarios[0].precision).toMatchObject({ reached: true, runs: 3 });
    });
  });

  it('compares every candidate with the reference, on the same requests', async () => {
    const { scenarios } = await runPlannedComparisons([comparison(none, two)], { ...options, replications: [0, 1, 2] });
    const [a, b] = scenarios[0].policies.filter(hasResults);
    expect(a.replications.map(({ measures }) => measures.requests_offered)).toEqual(
      b.replications.map(({ measures }) => measures.requests_offered),
    );
    const cost = scenarios[0].comparisons.find(({ measure }) => measure === 'cost_usd');
    expect(cost).toMatchObject({ a: 'none', b: 'two', verdict: 'worse' });
    expect(a.timeline).toHaveLength(1);
  });

  it('shows the median replication by good share, the same of every candidate, whatever the workers or the parts', async () => {
    const replications = [0, 1, 2, 3, 4, 5, 6];
    const judged = {
      ...comparison(none, two),
      scenario: { ...scenario, slo: { latency: 0.15, objective: 0.9, gate: true } },
    };
    const run = (more: object) => runPlannedComparisons([judged], { ...options, replications, ...more });
    const { scenarios, completedCount, totalCount } = await run({});
    const [shown] = scenarios;
    const policies = shown.policies.filter(hasResults);
    const score = (number: number) =>
      policies.reduce((sum, { replications: all }) => sum + (all[number].measures.slo_attainment ?? 0), 0);
    const sorted = replications.map(score).sort((a, b) => a - b);
    expect(score(shown.shown_replication ?? -1)).toBe(sorted[3]);
    for (const { above_slo, replications: all } of policies) {
      const seconds = above_slo?.reduce((sum, [from, until]) => sum + until - from, 0);
      expect(seconds).toBe(all[shown.shown_replication ?? -1].measures.time_above_slo_s);
    }
    expect([completedCount, totalCount]).toEqual([14, 14]);
    const alone = await run({ replications: [shown.shown_replication] });
    const detailOf = (one: (typeof scenarios)[number]) =>
      one.policies.filter(hasResults).map(({ timeline, decisions, events }) => ({ timeline, decisions, events }));
    expect(detailOf(alone.scenarios[0])).toEqual(detailOf(shown));
  });

  it('shows the first replication where it was interrupted, and of all candidates the same one', async () => {
    const controller = new AbortController();
    const outcome = runPlannedComparisons([comparison(none, two)], {
      ...options,
      replications: [0, 1, 2],
      signal: controller.signal,
      onProgress: (share) => share > 0 && controller.abort(),
    });
    const [{ shown_replication, policies }] = (await outcome).scenarios;
    for (const policy of policies.filter(hasResults)) {
      expect(policy.timeline.length > 0).toBe(shown_replication !== undefined);
    }
  });

  it('reports the failure of the first replication that failed, and keeps the others of the comparison', async () => {
    const bad = lua('bad', 'if o.time > 100 then return "x" end');
    const { scenarios, completedCount, totalCount } = await runPlannedComparisons([comparison(bad, none)], {
      ...options,
      replications: [0, 1, 2, 3, 4, 5],
    });
    expect(scenarios[0].policies[0]).toMatchObject({ name: 'bad', failure: { kind: 'value', time_s: 105 } });
    expect(scenarios[0].policies[1]).toHaveProperty('replications.length', 6);
    expect(scenarios[0].comparisons).toEqual([]);
    expect(completedCount).toBeLessThanOrEqual(totalCount);
  });

  it('ends an endless loop in a policy, names file and virtual time, and goes on', { tags: ['ci'] }, async () => {
    const loop = await typescript('loop', 'if (o.time >= 30) for (;;);');
    const { scenarios } = await runPlannedComparisons([comparison(loop, none)], { ...options, replications: [0, 1] });
    const [failed, fine] = scenarios[0].policies;
    expect(failed).toMatchObject({ name: 'loop', failure: { kind: 'time-limit', time_s: 30 } });
    expect(JSON.stringify(failed)).toMatch(/loop\.ts.*virtual time 30 s/);
    expect(fine).toHaveProperty('replications.length', 2);
  });

  it('blames a policy for what it left behind, and nobody else', async () => {
    const leaver = await typescript('leaver', 'Promise.reject(new Error("late"));');
    const { scenarios } = await runPlannedComparisons([comparison(none, leaver, two)], {
      ...options,
      workerCount: 1,
      replications: [0, 1],
    });
    const kinds = scenarios[0].policies.map((policy) => (hasResults(policy) ? 'fine' : policy.failure.kind));
    expect(kinds).toEqual(['fine', 'crash', 'fine']);
  });

  it('keeps what had finished when it is interrupted before anything ran', async () => {
    const controller = new AbortController();
    controller.abort();
    const { scenarios, completedCount } = await runPlannedComparisons([comparison(none)], {
      ...options,
      replications: [0, 1],
      signal: controller.signal,
    });
    expect(completedCount).toBe(0);
    expect(scenarios[0].policies[0]).toMatchObject({ name: 'none', failure: { kind: 'interrupted' } });
  });
});
