import { describe, expect, it } from 'vitest';
import { runOnce } from '../../src/engine/runOnce.js';
import { faultKinds } from '../../src/faults/kinds/index.js';
import { parseScenario } from '../../src/scenario/load.js';
import type { ScenarioInput } from '../../src/scenario/schema.js';

type Fault = NonNullable<ScenarioInput['faults']>[number];

function run(faults: Fault[], change: Partial<ScenarioInput> = {}) {
  const scenario = parseScenario({
    name: 'faults',
    duration: '20m',
    traffic: { load: { executor: 'constant-arrival-rate', rate: 50 } },
    requests: { work: { route: 'web', cpu: { exponential: { mean: '20ms' } } } },
    services: {
      web: {
        instance: { vcpus: 1, concurrency: 8, queue: 64, startup: '20s', price: 1 },
        zones: 2,
        scaling: { min: 4, max: 4 },
      },
    },
    gateway: { balancer: 'least-requests' },
    faults,
    ...change,
  });
  return runOnce({ scenario, scenarioFolder: '.', bindings: {}, replication: 0, detail: true });
}

const quiet = run([]);

describe('faults', () => {
  it('crash: aborts what is inside and is replaced after a startup', () => {
    const traffic: ScenarioInput['traffic'] = { load: { executor: 'constant-arrival-rate', rate: 150 } };
    const { measures, detail } = run([{ kind: 'crash', at: '5m', count: 2 }], { traffic });
    expect(measures.requests_aborted).toBeGreaterThan(0);
    // Two instances are missing for 20 s of 1200 s.
    expect(measures.instances_mean).toBeCloseTo(4 - (2 * 20) / 1200, 6);
    expect(detail?.events).toEqual([{ time_s: 300, kind: 'crash' }]);
  });

  it('zone-outage: the zone takes no launches, and nothing comes back by itself', () => {
    const { measures } = run([{ kind: 'zone-outage', zone: 1, at: '5m', for: '5m' }]);
    expect(measures.instances_mean).toBeCloseTo(4 - (2 * 20) / 1200, 6);
    expect(measures.requests_aborted).toBeGreaterThan(0);
  });

  it('zone-outage of the only zone: launches fail and are tried again every 30 s', () => {
    const services = { web: { instance: { vcpus: 1, startup: '20s' }, scaling: { min: 2, max: 2 } } };
    const { measures } = run([{ kind: 'zone-outage', zone: 1, at: '5m', for: '100s' }], { services });
    // Lost at 300 s, tried at 300, 330, 360, 390 and 420 s; ready at 440 s: none for 140 s of 1200 s.
    expect(measures.instances_mean).toBeCloseTo(2 * (1 - 140 / 1200), 6);
    expect(measures.requests_rejected).toBeGreaterThan(6000);
  });

  it('pause: nothing is lost, everything is late', () => {
    const { measures } = run([{ kind: 'pause', at: '5m', for: '20s', fraction: 1 }], {
      services: { web: { instance: { vcpus: 1 }, scaling: { min: 4, max: 4 } } },
    });
    expect((measures.requests_completed ?? 0) + (measures.requests_unfinished ?? 0)).toBe(measures.requests_offered);
    expect(measures.latency_max_ms).toBeGreaterThan(19_000);
    expect(measures.utilization_mean).toBeCloseTo((50 * 0.02) / 4, 2);
  });

  it('pause: an io phase goes on for as long as the pause took', () => {
    const { measures } = run([{ kind: 'pause', at: '10s', for: '7s' }], {
      duration: '1m',
      traffic: { load: { executor: 'per-vu-iterations', vus: 1, iterations: 1 } },
      requests: { work: { route: 'web', io: '15s' } },
      services: { web: {} },
    });
    expect(measures.latency_max_ms).toBeCloseTo(22_000, 6);
  });

  it('slow: multiplies the demand of phases that begin while it lasts', () => {
    const { measures } = run([{ kind: 'slow', at: '0s', for: '20m', fraction: 1, factor: 2 }]);
    expect(measures.utilization_mean).toBeCloseTo(2 * (quiet.measures.utilization_mean ?? 0), 3);
  });

  it('errors: makes its share of the answers errors', () => {
    const { measures } = run([{ kind: 'errors', at: '0s', for: '20m', fraction: 1, rate: 0.25 }]);
    expect((measures.requests_failed ?? 0) / (measures.requests_offered ?? 1)).toBeCloseTo(0.25, 2);
  });

  it('startup-failure: a launch that fails is tried again after 30 s', () => {
    const faults: Fault[] = [
      { kind: 'startup-failure', at: '0s', for: '10m', rate: 1 },
      { kind: 'crash', at: '9m', count: 1 },
    ];
    // Lost at 540 s; the startups end at 560 (fails), 610: ready.
    expect(run(faults).measures.instances_mean).toBeCloseTo(4 - 70 / 1200, 6);
  });

  it.each([
    ['metrics-outage', { kind: 'metrics-outage', at: '0s', for: '20m' }],
    ['api-outage', { kind: 'api-outage', at: '0s', for: '20m' }],
  ] as const)('%s: a policy that needs it cannot act', (_name, fault) => {
    const policy = {
      kind: 'lua',
      fileName: 'p.lua',
      path: 'p.lua',
      params: {},
      code: 'return { decide = function(o) if o.metrics.cpu_utilization then return 2 end end }',
    } as const;
    const scenario = (faults: Fault[]) =>
      parseScenario({
        name: 'outage',
        duration: '10m',
        traffic: { load: { executor: 'constant-arrival-rate', rate: 5 } },
        requests: { work: { route: 'web', cpu: '20ms' } },
        services: { web: { scaling: { min: 1, max: 4 } } },
        faults,
      });
    const ups = (faults: Fault[]) =>
      runOnce({
        scenario: scenario(faults),
        scenarioFolder: '.',
        bindings: { '*': policy },
        replication: 0,
        detail: false,
      }).measures.scale_ups;
    expect([ups([]), ups([fault])]).toEqual([1, 0]);
  });

  it('rolling-update: all are replaced, none of the work is lost, and it is on the time axis until it is over', () => {
    const { measures, detail, findings } = run([{ kind: 'rolling-update', at: '5m' }]);
    // 4, of which 1 may be missing and 1 more may be there: two rounds of two launches, 20 s each.
    expect(detail?.events).toEqual([{ time_s: 300, kind: 'rolling-update', until_s: 340 }]);
    expect([measures.instances_peak, measures.requests_aborted, measures.wasted_starts]).toEqual([5, 0, 0]);
    expect(measures.requests_offered).toBe(quiet.measures.requests_offered);
    expect(measures.instances_mean).toBeCloseTo(4 - 40 / 1200, 6);
    expect(findings).toEqual(quiet.findings);
  });

  it('rolling-update: goes to the count that is wished meanwhile, and comes again from the end of one to the next', () => {
    const faults: Fault[] = [
      { kind: 'rolling-update', every: '100s', maxSurge: 1, maxUnavailable: 0, minReady: '10s' },
    ];
    const scaling = { min: 1, max: 9, initial: 2 };
    const services = { web: { instance: { vcpus: 1, startup: '20s' }, scaling } };
    const { detail } = run(faults, { services, duration: '6m' });
    // Two, one after the other: each has to start and to be ready for 10 s.
    expect(detail?.events.map(({ time_s, until_s }) => [time_s, until_s])).toEqual([
      [100, 160],
      [260, 320],
    ]);
  });

  it('rolling-update: a second one while one runs is an error that names it', () => {
    const faults: Fault[] = [
      { kind: 'rolling-update', at: '1m' },
      { kind: 'rolling-update', at: '70s' },
    ];
    expect(() => run(faults)).toThrow(/faults\.1.*begins while another rolling update of the service runs/s);
    expect(() => run([{ kind: 'rolling-update', at: '1m', maxSurge: 0, maxUnavailable: '0%' }])).toThrow(
      /maxUnavailable.*is 0, and maxSurge is 0, too/s,
    );
    for (const wrong of ['25', '-1%', 1.5, 'all'])
      expect(() => run([{ kind: 'rolling-update', at: '1m', maxSurge: wrong }])).toThrow(/neither a count nor a share/);
    // safe: the type has no such field, which is what the check is about.
    expect(() => run([{ kind: 'rolling-update', at: '1m', for: '5m' } as Fault])).toThrow(/It ends by itself/);
  });

  it('every: strikes again and again, at the same times for every policy', () => {
    const faults: Fault[] = [{ kind: 'slow', every: { exponential: { mean: '2m' } }, for: '10s', factor: 3 }];
    const times = (bindings: Record<string, { kind: 'static'; count: number }>) => {
      const scenario = parseScenario({
        name: 'again',
        duration: '1h',
        traffic: { load: { executor: 'constant-arrival-rate', rate: 1 } },
        requests: { work: { route: 'web', cpu: '20ms' } },
        services: { web: { scaling: { min: 1, max: 8 } } },
        faults,
      });
      return runOnce({ scenario, scenarioFolder: '.', bindings, replication: 0, detail: true }).detail?.events.map(
        ({ time_s }) => time_s,
      );
    };
    const alone = times({});
    expect(alone?.length).toBeGreaterThan(10);
    expect(times({ '*': { kind: 'static', count: 5 } })).toEqual(alone);
  });

  it('black-hole: every answer is an error, and least-requests feeds it', () => {
    const traffic: ScenarioInput['traffic'] = { load: { executor: 'constant-arrival-rate', rate: 150 } };
    const hole: Fault = { kind: 'black-hole', at: '0s', for: '20m', count: 1 };
    const under = (balancer: string) => {
      // safe: both are names of balancers.
      const { measures } = run([hole], { traffic, gateway: { balancer } as ScenarioInput['gateway'] });
      return (measures.requests_failed ?? 0) / (measures.requests_offered ?? 1);
    };
    // One of four gets its share by turns. By load it is always among the emptiest, and mostly alone there.
    expect(under('round-robin')).toBeCloseTo(0.25, 3);
    expect(under('least-requests')).toBeGreaterThan(0.4);
  });

  it('black-hole: takes no time, neither cpu nor io, and strikes what is inside', () => {
    const { measures } = run([{ kind: 'black-hole', at: '10s', for: '50s', fraction: 1 }], {
      duration: '1m',
      traffic: { load: { executor: 'constant-arrival-rate', rate: 5, arrivals: 'even' } },
      requests: { work: { route: 'web', cpu: '20ms', io: '300ms' } },
      services: { web: { scaling: { min: 2, max: 2 } } },
    });
    // One each 200 ms from 0 s on: 49 end before the fault, the one of 9.8 s inside it, the others at the moment they come.
    expect([measures.requests_completed, measures.requests_failed]).toEqual([49, 251]);
    expect(measures.latency_p50_ms).toBe(0);
    expect(measures.utilization_mean).toBeCloseTo((50 * 0.02) / (2 * 60), 4);
  });

  it('stall: requests meet a pause, whether checks see it or not', () => {
    const times = { at: '5m', for: '20s', fraction: 0.5 } as const;
    const { measures } = run([{ kind: 'pause', ...times }]);
    expect(measures.latency_max_ms).toBeGreaterThan(19_000);
    expect(run([{ kind: 'stall', ...times }]).measures).toEqual(measures);
    expect(run([{ kind: 'stall', checks: 'fail', ...times }]).measures).toEqual(measures);
  });

  it.each<readonly [string, ScenarioInput['requests'], readonly Fault['kind'][]]>([
    ['no time at all', { work: { route: 'web', io: '0s' } }, []],
    ['no io', { work: { route: 'web', cpu: '1ms' } }, []],
    ['calls alone', { work: { route: 'web', calls: [{ request: 'other' }] }, other: { route: 'db', io: '0s' } }, []],
    ['no time in a black hole', { work: { route: 'web', io: '10ms' } }, ['black-hole']],
  ])('pause, stall: nothing is answered meanwhile, whatever it takes: %s', (_name, requests, beside) => {
    for (const kind of ['pause', 'stall'] as const) {
      const struck = [kind, ...beside].map((name) => ({ kind: name, at: '10s', for: '20s', service: 'web' }) as Fault);
      const { measures } = run(struck, {
        duration: '25s',
        traffic: { load: { executor: 'constant-arrival-rate', rate: 10, arrivals: 'even', request: 'work' } },
        requests,
        services: { web: { scaling: { min: 1, max: 1 } }, db: { scaling: { min: 1, max: 1 } } },
      });
      // One each 100 ms from 0 s on: those of 10 s and later wait until the run ends.
      expect([kind, measures.requests_completed, measures.requests_unfinished]).toEqual([kind, 100, 150]);
    }
  });

  it('spot-reclaim: drains for as long as the notice is, is replaced at once, and what is left then aborts', () => {
    const requests: ScenarioInput['requests'] = { work: { route: 'web', io: '5m' } };
    const change = { requests, traffic: { load: { executor: 'constant-arrival-rate', rate: 0.04 } } } as const;
    const { measures, detail } = run([{ kind: 'spot-reclaim', at: '10m', count: 2 }], change);
    // Nobody waits. Of 4 instances 2 are missing for a startup; what they held for less than 3 minutes is cut off 2 minutes later.
    expect(measures.instances_mean).toBeCloseTo(4 - (2 * 20) / 1200, 6);
    expect(measures.requests_aborted).toBeGreaterThan(0);
    expect(detail?.events).toEqual([{ time_s: 600, kind: 'spot-reclaim', until_s: 720 }]);
    const patient = run([{ kind: 'spot-reclaim', at: '10m', count: 2, notice: '5m' }], change);
    expect(patient.measures.requests_aborted).toBe(0);
  });

  it('spot-reclaim: one that is empty goes at once, and another comes for it', () => {
    const { measures } = run([{ kind: 'spot-reclaim', at: '10m', fraction: 1 }], {
      traffic: { load: { executor: 'constant-arrival-rate', rate: 1, startTime: '15m' } },
    });
    // Billed to the second: 4 for 600 s, gone, and 4 others for the rest.
    expect([measures.instances_mean, measures.cost_usd]).toEqual([4 - (4 * 20) / 1200, (4 * 1200) / 3600]);
    expect(measures.requests_aborted).toBe(0);
  });

  it.each(['zone-aware', 'noisy-neighbour', 'slow-network', 'gateway-partition'])(
    '%s is refused by its name',
    (kind) => {
      // safe: the type has no such kind, which is what the check is about.
      expect(() => run([{ kind, at: '5m' } as unknown as Fault])).toThrow(new RegExp(`${kind} is not in this version`));
    },
  );

  it('has a test for every kind', () => {
    expect(faultKinds.map(({ name }) => name).sort()).toEqual([
      'api-outage',
      'black-hole',
      'crash',
      'errors',
      // test/fleet/leaks.test.ts
      'leak',
      'metrics-outage',
      'pause',
      'rolling-update',
      'slow',
      'spot-reclaim',
      'stall',
      'startup-failure',
      'zone-outage',
    ]);
  });
});
