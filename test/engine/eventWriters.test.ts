import { describe, expect, it } from 'vitest';
import { runOnce } from '../../src/engine/runOnce.js';
import { parseScenario } from '../../src/scenario/load.js';
import type { ScenarioInput } from '../../src/scenario/schema.js';

const input: ScenarioInput = {
  name: 'told',
  duration: '5m',
  traffic: { users: { executor: 'constant-arrival-rate', rate: 30 } },
  requests: { page: { route: 'web', io: { exponential: { mean: '200ms' } } } },
  services: {
    web: { instance: { concurrency: 4, queue: 4, startup: '10s' }, scaling: { min: 1, max: 5, initial: 2 } },
  },
  faults: [{ at: '2m', kind: 'crash', count: 1 }],
};

function eventsOf(scenario: ScenarioInput) {
  const events: Record<string, unknown>[] = [];
  const code = 'return { decide = function(o) return o.time < 100 and 2 or 4 end }';
  const run = {
    scenario: parseScenario(scenario),
    scenarioFolder: '.',
    bindings: { '*': { kind: 'lua' as const, fileName: 'p.lua', path: 'p.lua', code, params: {} } },
    replication: 0,
    detail: false,
  };
  const told = runOnce({ ...run, onEvent: (event) => events.push(event) });
  return { events, told, silent: runOnce(run) };
}

describe('the events of a run', () => {
  it('change none of its numbers, also where requests only hold slots', () => {
    const { told, silent } = eventsOf(input);
    expect(told.measures).toEqual(silent.measures);
    const short = eventsOf({ ...input, faults: [] });
    expect(short.told.measures).toEqual(short.silent.measures);
  });

  it('tell every outcome once, every decision and the fault, in the order of time', () => {
    const { events, told } = eventsOf(input);
    const count = (kind: string) => events.filter((event) => event.kind === kind).length;
    for (const kind of ['completed', 'rejected', 'aborted', 'unfinished']) {
      expect(count(kind), kind).toBe(told.measures[`requests_${kind}`]);
    }
    expect(count('try')).toBe(told.measures.requests_offered);
    expect(count('decision')).toBe(19); // every 15 s; at 5 min the run is over
    expect(count('crash')).toBe(1);
    expect(count('stopped')).toBeGreaterThan(1);
    const times = events.map(({ time_s }) => Number(time_s));
    expect(times).toEqual([...times].sort((a, b) => a - b));
  });
});
