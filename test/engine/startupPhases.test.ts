import { describe, expect, it } from 'vitest';
import { runOnce } from '../../src/engine/runOnce.js';
import { parseScenario } from '../../src/scenario/load.js';
import type { ScenarioInput } from '../../src/scenario/schema.js';
import type { EventLine } from '../support/auditEvents.js';

/** Three of four instances crash at 60 s, and others are launched at once; `instance` says how they come. */
function ran(instance: object, faults: NonNullable<ScenarioInput['faults']> = []) {
  const scenario = parseScenario({
    name: 'phases',
    duration: '10m',
    traffic: { load: { executor: 'constant-arrival-rate', rate: 1 } },
    requests: { page: { route: 'web', cpu: '1ms' } },
    services: { web: { instance, scaling: { min: 4, max: 4 } } },
    cloud: { api: { latency: '0s' } },
    faults: [{ kind: 'crash', at: '60s', count: 3 }, ...faults],
  } as unknown as ScenarioInput); // safe: `instance` is a part of a scenario in every case
  const lines: EventLine[] = [];
  const run = { scenario, scenarioFolder: '.', bindings: {}, replication: 0, detail: false };
  const result = runOnce({ ...run, onEvent: (event) => lines.push(event) });
  const timesOf = (kind: string) => lines.filter((line) => line.kind === kind).map(({ time_s }) => time_s);
  return { result, timesOf };
}

const phases = { image: '100s', weights: { size: '100GB', at: '5GBps' }, init: '10s' };

describe('a startup in phases', () => {
  it('is ready after their sum', () => {
    expect(
      ran({ startup: { phases } })
        .timesOf('ready')
        .filter((time) => time > 0),
    ).toEqual([190, 190, 190]);
  });

  it('is probed from the begin of the process on: an image of 100 s kills nobody', () => {
    // Liveness fails at 0, 10 and 20 s of a process that answers after 15 s: it lives.
    const probes = { liveness: {} };
    const inPhases = ran({ startup: { phases: { image: '100s', init: '15s' } }, probes });
    const asOne = ran({ startup: '115s', probes });
    expect([inPhases, asOne].map(({ result }) => Number(result.measures.restarts) > 0)).toEqual([false, true]);
  });

  it('is without image when the process starts again in place', () => {
    // Killed by a stall: liveness fails five times from 300 s on, and 30 s of weights and init come again.
    const faults = [
      { kind: 'stall', at: '5m', for: '2m', service: 'web', count: 1, checks: 'fail' },
    ] as unknown as NonNullable<ScenarioInput['faults']>;
    const { timesOf } = ran({ startup: { phases }, probes: { liveness: { failure: 5 }, readiness: {} } }, faults);
    const [killed] = timesOf('restarting');
    const again = timesOf('ready').find((time) => time > killed) ?? 0;
    // 30 s, and until a probe of every 10 s has seen it.
    expect(again - killed).toBeGreaterThanOrEqual(30);
    expect(again - killed).toBeLessThan(41);
  });
});
