import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runOnce } from '../../src/engine/runOnce.js';
import { resolveCandidates } from '../../src/policy/candidates.js';
import { loadScenario } from '../../src/scenario/load.js';
import type { Scenario } from '../../src/scenario/schema.js';
import { sampled } from '../support/sampled.js';

const file = join(import.meta.dirname, '../../scenarios/pains/rolling-update.yaml');
const { scenario, folder } = await loadScenario(file);
const [today, before] = await resolveCandidates({
  texts: scenario.policies,
  baseFolder: folder,
  serviceNames: Object.keys(scenario.services),
});

/** A run of the pain; `wished` are its counts, each once where it stays. */
function run({ bindings }: typeof today, change: Partial<Scenario> = {}, replication = 0) {
  const reasons: string[] = [];
  const { detail } = runOnce({
    scenario: { ...scenario, ...change },
    scenarioFolder: folder,
    bindings,
    replication,
    detail: true,
    onEvent: ({ kind, rule, reason }) => {
      if (kind === 'decision' && rule === 'pods without metrics: hold') reasons.push(String(reason));
    },
  });
  const decisions = detail?.decisions ?? [];
  const counts = decisions.map(({ desired }) => desired);
  const wished = counts.filter((count, index) => count !== counts[index - 1]);
  return { wished, decisions, reasons, events: detail?.events ?? [], timeline: detail?.timeline[0] };
}

describe('a rolling update while nothing else changes', () => {
  for (const { tags, part } of sampled([0, 1], 2))
    it('inflates the count of an HPA that takes the pods there are for the count (kubernetes#72775)', { tags }, () => {
      for (const replication of part) {
        const { wished } = run(before, {}, replication);
        // 383 and a quarter more, rounded up.
        expect(wished.slice(0, 2)).toEqual([383, 479]);
        const rises = wished.slice(2).map((count, index) => count / wished[index + 1] - 1);
        expect(rises.filter((rise) => rise >= 0.1 && rise <= 0.25).length).toBeGreaterThan(0);
        // Once the window is over it goes back: no load was behind it.
        expect(wished.at(-1)).toBeLessThan(400);
      }
    });

  it('leaves the count of today’s HPA alone; what remains is that starting pods dilute the average', {
    tags: ['ci'],
  }, () => {
    const { wished, reasons, events, timeline } = run(today);
    expect(wished).toEqual([383]);
    const [{ time_s, until_s = 0 }] = events.filter(({ kind }) => kind === 'rolling-update');
    expect([time_s, until_s > 400 && until_s < 700]).toEqual([300, true]);
    // At most 96 more than 383 and at most 95 less.
    const { ready = [], starting = [] } = timeline ?? {};
    expect(Math.min(...ready)).toBe(288);
    expect(Math.max(...ready.map((count, step) => count + starting[step]))).toBe(479);
    // The ready ones work a third harder, far beyond the tolerance; the starting ones count as idle, and it asks for no more.
    expect(
      reasons.filter((reason) => /^cpu 7\d % of target 60 %, 2\d\d ready and 1\d\d without/.test(reason)),
    ).not.toEqual([]);
  });

  it('puts off a scale-in until it is over', { tags: ['ci'] }, () => {
    const duration = 900;
    const traffic = structuredClone(scenario.traffic);
    // safe: the pain has this one source.
    (traffic.jobs as { rate: number }).rate = 19;
    const firstFall = (faults: Scenario['faults']) =>
      run(today, { traffic, faults, duration }).decisions.find(({ desired }) => desired < 383)?.time_s ?? Infinity;
    const [alone, beside] = [firstFall([]), firstFall(scenario.faults)];
    expect(alone).toBeLessThan(360);
    expect(beside - alone).toBeGreaterThan(200);
    expect(beside).toBeLessThan(duration);
  });
});
