import { describe, expect, it } from 'vitest';
import { type Assembly, assemble } from '../../src/engine/assemble.js';
import { checkConservation } from '../../src/engine/checkConservation.js';
import { runOnce } from '../../src/engine/runOnce.js';
import type { Pools } from '../../src/gateway/calls/pools.js';
import type { Journal } from '../../src/record/journal.js';
import type { Ledger } from '../../src/record/ledger.js';
import * as outcome from '../../src/record/outcome.js';
import { parseScenario } from '../../src/scenario/load.js';

const scenario = parseScenario({
  name: 'conservation',
  duration: '200s',
  warmup: '20s',
  traffic: { load: { executor: 'constant-arrival-rate', rate: 20 } },
  requests: { work: { route: 'server', cpu: { exponential: { mean: '20ms' } }, io: '30ms' } },
  services: { server: { instance: { concurrency: 3, price: 1 }, scaling: { min: 2, max: 2 } } },
});

function finished(): Assembly {
  const assembly = assemble({ scenario, scenarioFolder: '.', bindings: {}, replication: 0, detail: false }, []);
  assembly.loop.run();
  return assembly;
}

/** The ledger reads what the logs do not. */
function readAlone(ledger: Ledger, journal: Journal): void {
  journal.outcomes.close();
  ledger.read(journal);
}

/** Calls over pools of connections. */
const pooled = parseScenario({
  name: 'connections',
  duration: '20s',
  traffic: { load: { executor: 'constant-arrival-rate', rate: 50, request: 'page' } },
  requests: { page: { route: 'web', calls: [{ request: 'query' }] }, query: { route: 'db', io: '30ms' } },
  services: { web: { instance: { poolTo: { db: 2 } } }, db: {} },
});

describe('the conservation checks of a run', () => {
  it('notice a connection that is not given back, and a call that waits beside a free one', () => {
    const run = (after: (pools: Pools) => void): Assembly => {
      const input = { scenario: pooled, scenarioFolder: '.', bindings: {}, replication: 0, detail: false };
      const assembly = assemble(input, []);
      const pools = assembly.gateway.calls?.pools;
      if (pools !== undefined) after(pools);
      assembly.loop.run();
      return assembly;
    };
    expect(() => checkConservation(run(() => {}))).not.toThrow();
    const keeping = (pools: Pools) => {
      pools.giveBack = () => {};
    };
    expect(() => checkConservation(run(keeping))).toThrow(/^connections: /);
    const forgetful = (pools: Pools) => {
      pools.next = () => -1;
    };
    expect(() => checkConservation(run(forgetful))).toThrow(/^connections: free in 1 pools/);
  });

  it('balance', () => {
    expect(() => checkConservation(finished())).not.toThrow();
  });

  it.each<[string, (assembly: Assembly) => void, RegExp]>([
    [
      'a request without an outcome',
      ({ log }) => {
        log.groups[0].counts[0]--;
      },
      /^flow balance: /,
    ],
    [
      'a request counted twice on its way in',
      ({ ledger, journal }) => {
        journal.arrivalFrom = journal.arrivalTo - 1;
        ledger.read(journal);
      },
      /^flow balance: /,
    ],
    [
      'a millisecond too much in the system',
      ({ log }) => {
        log.systemSeconds[0] += 0.001;
      },
      /^time in the system \(Little\): /,
    ],
    [
      'a departure that was not noticed',
      ({ ledger, journal }) => {
        journal.ended(0, outcome.completed);
        journal.outcomes.endSeconds[0] = 199;
        readAlone(ledger, journal);
      },
      /^time in the system \(Little\): /,
    ],
    [
      'a slot that was never given back',
      ({ ledger, journal }) => {
        journal.held(0);
        readAlone(ledger, journal);
      },
      /^busy slots: /,
    ],
    [
      'an instance ready for a second more than it lived',
      ({ services }) => {
        services[0].fleetLog.readySeconds += 1;
      },
      /^ready instances of server: /,
    ],
    [
      'a cent more than the bills',
      ({ services }) => {
        services[0].fleetLog.billedSeconds += 36;
      },
      /^bills of server: /,
    ],
  ])('show %s', (_name, breakIt, message) => {
    const assembly = finished();
    breakIt(assembly);
    expect(() => checkConservation(assembly)).toThrow(message);
  });

  it('are checked by every run', () => {
    // A trace of the check itself: a source that sends past the second count would stop the run.
    const { measures } = runOnce({ scenario, scenarioFolder: '.', bindings: {}, replication: 0, detail: false });
    const { in_system_mean: inside, throughput_per_second: rate, latency_mean_ms: latency } = measures;
    expect(inside).toBeCloseTo(((rate ?? 0) * (latency ?? 0)) / 1000, 1);
  });
});
