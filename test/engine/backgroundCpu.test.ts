import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runOnce } from '../../src/engine/runOnce.js';
import { backgroundVcpus, type Processors, processorsEach, speedEach } from '../../src/fleet/processors.js';
import type { PolicySpec } from '../../src/policy/policySpec.js';
import { parseScenario } from '../../src/scenario/load.js';
import type { ScenarioInput } from '../../src/scenario/schema.js';
import { hpaText } from '../support/hpaText.js';
import { caseCounts, sampled } from '../support/sampled.js';

type Instance = NonNullable<ScenarioInput['services'][string]['instance']>;

interface Case {
  readonly instance: Instance;
  readonly scaling?: ScenarioInput['services'][string]['scaling'];
  readonly change?: Partial<ScenarioInput>;
  readonly policy?: PolicySpec;
}

function run({ instance, scaling, change, policy }: Case) {
  const scenario = parseScenario({
    name: 'background',
    duration: '40m',
    warmup: '5m',
    traffic: { load: { executor: 'constant-arrival-rate', rate: 20 } },
    requests: { work: { route: 'web', cpu: { exponential: { mean: '20ms' } } } },
    services: { web: { instance, scaling: scaling ?? {} } },
    ...change,
  });
  const bindings = policy === undefined ? {} : { '*': policy };
  return runOnce({ scenario, scenarioFolder: '.', bindings, replication: 0, detail: true });
}

function hpa(targetPercent: number): PolicySpec {
  return {
    kind: 'manifest',
    fileName: 'hpa.yaml',
    path: 'hpa.yaml',
    code: hpaText({ min: 1, max: 60, cpu: targetPercent }),
    params: {},
    metricNames: {},
  };
}

const processors = fc
  .record({
    vcpus: fc.double({ min: 0.25, max: 64, noNaN: true }),
    baseShare: fc.double({ min: 0, max: 0.99, noNaN: true }),
    burst: fc.double({ min: 0, max: 100, noNaN: true }),
    running: fc.integer({ min: 1, max: 2000 }),
  })
  .map(({ vcpus, baseShare, ...rest }) => ({
    ...rest,
    of: {
      vcpus,
      baseVcpus: vcpus * baseShare,
      speed: undefined,
      burst: undefined,
      slowStart: undefined,
    } satisfies Processors,
  }));

describe('processors shared with what burns beside requests', () => {
  it('are given out once, and none is left while somebody could use it', () => {
    fc.assert(
      fc.property(processors, ({ of, running, burst }) => {
        const each = processorsEach(of, running, burst);
        const beside = backgroundVcpus(of, running, burst);
        const wanted = running + of.baseVcpus + burst;
        expect(each).toBeGreaterThan(0);
        expect(running * each + beside).toBeLessThanOrEqual(of.vcpus * (1 + 1e-12));
        // Whole threads wait for whole processors: a burst of 1.5 is two threads that want 0.75 each.
        if (wanted >= of.vcpus) expect(running * each + beside).toBeCloseTo(of.vcpus, 9);
        else expect(each).toBe(1);
        // The base comes first; a burst has at most what its threads have by fair shares.
        expect(beside).toBeGreaterThanOrEqual(of.baseVcpus * (1 - 1e-9) - 1e-12);
        if (burst > 0 && each < 1) expect(beside - of.baseVcpus).toBeLessThanOrEqual(Math.ceil(burst) * each + 1e-9);
      }),
      { seed: 3, numRuns: 500 },
    );
  });

  it('are all for requests where nothing burns', () => {
    fc.assert(
      fc.property(processors, ({ of, running }) => {
        const alone = { ...of, baseVcpus: 0 };
        expect(speedEach(alone, running, 0)).toBe(Math.min(running, of.vcpus) / running);
      }),
      { seed: 3 },
    );
  });
});

describe('baseCpu', () => {
  it('leaves vcpus - baseCpu: M/M/1-PS with a slower processor', () => {
    const { measures } = run({ instance: { vcpus: 1, baseCpu: 0.2 }, change: { duration: '1h' } });
    // Service 20 ms / 0.8 = 25 ms, rho = 20 x 0.025 = 0.5, sojourn 25 ms / (1 - 0.5) = 50 ms.
    expect(measures.latency_mean_ms ?? 0).toBeGreaterThan(48);
    expect(measures.latency_mean_ms ?? 0).toBeLessThan(52);
    // 20 x 20 ms of requests and 0.2 beside them.
    expect(measures.utilization_mean).toBeCloseTo(0.6, 2);
  });

  it('does not slow one request that has a processor for itself', () => {
    const alone = { traffic: { load: { executor: 'constant-vus', vus: 1, think: '1s' } } } as const;
    const change = { ...alone, requests: { work: { route: 'web', cpu: '20ms' } } };
    expect(run({ instance: { vcpus: 2, baseCpu: 1 }, change }).measures.latency_max_ms).toBeCloseTo(20, 6);
    expect(run({ instance: { vcpus: 1, baseCpu: 0.5 }, change }).measures.latency_max_ms).toBeCloseTo(40, 6);
  });

  it('counts for what is needed, not for what is useful', () => {
    const plain = run({ instance: { vcpus: 1, price: 1 } });
    const burning = run({ instance: { vcpus: 1, baseCpu: 0.2, price: 1 } });
    expect(plain.notes.join()).toContain('0.8 x 50/s');
    expect(burning.notes.join()).toContain('0.8 x 40/s');
    expect(burning.measures.cost_useful_usd).toBeCloseTo(plain.measures.cost_useful_usd ?? 0, 4);
  });

  const paid = [
    [0.1, 1, 0.063, 2.7],
    [0.25, 1, 0.05, 1.25],
    [0.25, 0.8, 0.05, 1.33],
  ] as const;
  for (const { tags, part } of sampled(paid, 3))
    it.each(part)(
      'an HPA at request %f and target %f pays for it: base %f takes %f as many',
      { tags },
      (request, target, base, factor) => {
        const meanOf = (baseCpu: number) => {
          const instance = { vcpus: 1, cpuRequest: request, baseCpu };
          const traffic = { load: { executor: 'constant-arrival-rate', rate: 100 } } as const;
          const scaling = { min: 1, max: 60, initial: 20 };
          return (
            run({ instance, scaling, change: { traffic }, policy: hpa(target * 100) }).measures.instances_mean ?? 0
          );
        };
        const ratio = meanOf(base) / meanOf(0);
        // Within the HPA's tolerance of 10 %, on both sides.
        expect(ratio / factor).toBeGreaterThan(0.85);
        expect(ratio / factor).toBeLessThan(1.15);
      },
    );

  it('makes idle instances busy, also where requests take no cpu', () => {
    const policy: PolicySpec = {
      kind: 'lua',
      fileName: 'p.lua',
      path: 'p.lua',
      params: {},
      code: 'return { decide = function(o) if math.abs((o.metrics.cpu_utilization or 0) - 0.25) < 1e-9 then return 2 end end }',
    };
    const change = { requests: { work: { route: 'web', io: '20ms' } } };
    const scaling = { min: 1, max: 2 };
    expect(run({ instance: { vcpus: 2, baseCpu: 0.5 }, change, policy, scaling }).measures.instances_peak).toBe(2);
    expect(run({ instance: { vcpus: 2 }, change, policy, scaling }).measures.instances_peak).toBe(1);
  });
});

describe('startupCpu', () => {
  it('makes an HPA overscale where it lasts beyond ready (kubernetes#29989)', () => {
    // A step from 3 pods' worth to 5; each new pod burns for a while as it warms up.
    const traffic: ScenarioInput['traffic'] = {
      load: {
        executor: 'ramping-arrival-rate',
        startRate: 60,
        stages: [
          { duration: '15m', target: 60 },
          { duration: '10s', target: 100 },
          { duration: '24m', target: 100 },
        ],
      },
    };
    const peakWith = (startupCpu: Instance['startupCpu']) => {
      const instance = {
        vcpus: 2,
        cpuRequest: 0.8,
        startup: '20s',
        ...(startupCpu === undefined ? {} : { startupCpu }),
      };
      const scaling = { min: 2, max: 40, initial: 3 };
      return run({ instance, scaling, change: { traffic }, policy: hpa(50) }).measures.instances_peak ?? 0;
    };
    const quiet = peakWith(undefined);
    expect(peakWith({ cores: 1.9, for: '6m' })).toBeGreaterThan(quiet * 1.3);
  });

  it('slows requests while it lasts beyond ready, and not after', () => {
    const instance = { vcpus: 1, startup: '10s', startupCpu: { cores: 0.5, for: '40s' } };
    const change: Partial<ScenarioInput> = {
      duration: '2m',
      warmup: '0s',
      traffic: { load: { executor: 'constant-vus', vus: 1, think: '1s', startTime: '31s' } },
      requests: { work: { route: 'web', cpu: '100ms' } },
      faults: [{ kind: 'crash', at: '20s' }],
    };
    const { measures } = run({ instance, scaling: { min: 1, max: 1 }, change });
    // Lost at 20 s, ready at 30 s; the burst ends at 60 s: 200 ms before, 100 ms after.
    expect(measures.latency_max_ms).toBeCloseTo(200, 6);
    const fast = run({
      instance: { ...instance, startupCpu: { cores: 0.5, for: '10s' } },
      scaling: { min: 1, max: 1 },
      change,
    });
    expect(fast.measures.latency_max_ms).toBeCloseTo(100, 6);
  });

  it('never starves requests, however much it asks for', () => {
    const instance = { vcpus: 1, startup: '1s', startupCpu: { cores: 8, for: '10m' } };
    const change: Partial<ScenarioInput> = {
      duration: '10m',
      warmup: '0s',
      traffic: { load: { executor: 'constant-vus', vus: 1, think: '1s', startTime: '30s' } },
      requests: { work: { route: 'web', cpu: '100ms' } },
      faults: [{ kind: 'crash', at: '10s' }],
    };
    // Nine threads share a processor.
    expect(run({ instance, scaling: { min: 1, max: 1 }, change }).measures.latency_max_ms).toBeCloseTo(900, 6);
  });
});

describe('the conservation of cpu beside requests', () => {
  const seconds = fc.integer({ min: 1, max: 60 }).map((value) => `${value}s`);
  for (const { tags, numRuns } of caseCounts(8, 25))
    it('balance, whatever happens to instances', { tags }, () => {
      fc.assert(
        fc.property(
          fc.record({
            baseCpu: fc.constantFrom(0, 0.1, 0.9),
            cores: fc.constantFrom(0.3, 1.5, 7),
            lasting: seconds,
            startup: seconds,
            slow: fc.boolean(),
          }),
          ({ baseCpu, cores, lasting, startup, slow }) => {
            const instance = {
              vcpus: 2,
              baseCpu,
              startup,
              startupCpu: { cores, for: lasting },
              queue: 8,
              concurrency: 8,
            };
            const faults: ScenarioInput['faults'] = [
              { kind: 'crash', every: { exponential: { mean: '30s' } } },
              { kind: 'pause', every: { exponential: { mean: '20s' } }, for: '7s' },
              { kind: 'startup-failure', at: '1m', for: '1m', rate: 0.5 },
              ...(slow ? [{ kind: 'slow' as const, at: '1m', for: '1m', fraction: 1, factor: 3 }] : []),
            ];
            const { measures } = run({
              instance,
              scaling: { min: 3, max: 3 },
              change: { duration: '4m', warmup: '30s', faults },
            });
            expect(measures.utilization_mean ?? 0).toBeLessThanOrEqual(1 + 1e-9);
          },
        ),
        { seed: 5, numRuns },
      );
    });
});
