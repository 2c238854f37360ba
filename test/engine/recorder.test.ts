import { describe, expect, it } from 'vitest';
import { runOnce } from '../../src/engine/runOnce.js';
import { parseScenario } from '../../src/scenario/load.js';

const scenario = parseScenario({
  name: 'recorded',
  duration: '10m1s',
  traffic: { users: { executor: 'constant-arrival-rate', rate: 20, duration: '595s' } },
  requests: { page: { route: 'web', cpu: { exponential: { mean: '50ms' } }, errorRate: 0.1 } },
  services: { web: { instance: { startup: '20s' }, scaling: { min: 1, max: 4, initial: 2 } } },
});
const edges = [0, 60, 120, 300, 600];
const input = { scenario, scenarioFolder: '/', bindings: {}, replication: 0, detail: false, fingerprint: true };
const recorded = runOnce({ ...input, record: { service: 'web', gridEdges: [edges, [100, 200]] } });

describe('a recorder beside a service', () => {
  it('changes nothing of the run', () => {
    const { record: _record, ...rest } = recorded;
    expect(rest).toEqual(runOnce(input));
  });

  it('has every answer in one bin, and as many errors as the run', () => {
    const [{ answers, errors }] = recorded.record?.grids ?? [];
    const [{ counts }] = recorded.groups;
    const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
    expect(sum(answers)).toBe(counts.completed + counts.failed);
    expect(sum(errors)).toBe(counts.failed);
    for (const [bin, count] of answers.entries()) expect(count / (edges[bin + 1] - edges[bin]) / 20).toBeCloseTo(1, 0);
  });

  it('has the cores that the work takes, and quantiles in their order', () => {
    const [{ cpuCores, p50Seconds, p95Seconds }] = recorded.record?.grids ?? [];
    for (const cores of cpuCores) expect(cores).toBeCloseTo(1, 0);
    for (const [bin, p50] of p50Seconds.entries()) expect(p50).toBeLessThan(p95Seconds[bin] ?? 0);
  });

  it('leaves out what was before the first edge', () => {
    expect(recorded.record?.grids[1].answers).toHaveLength(1);
    expect((recorded.record?.grids[1].answers[0] ?? 0) / 100).toBeCloseTo(20, -1);
  });

  it('has every life, those that the run did not see the end of with none', () => {
    expect(recorded.record?.lives).toEqual([
      [0, 0, null, null],
      [0, 0, null, null],
    ]);
  });
});
