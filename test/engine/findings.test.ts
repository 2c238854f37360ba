import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { heldBackFindings } from '../../src/engine/heldBack.js';
import type { PolicySpec } from '../../src/policy/policySpec.js';
import type { ScenarioInput } from '../../src/scenario/schema.js';
import { hpaText } from '../support/hpaText.js';
import { runWithLua } from '../support/runWithLua.js';
import { caseCounts } from '../support/sampled.js';

/** 30/s for ten minutes, where one instance serves 10/s: two are there, and nobody's CPU is idle. */
const busy: ScenarioInput = {
  name: 'busy',
  duration: '10m',
  traffic: { load: { executor: 'constant-arrival-rate', rate: 30, arrivals: 'even' } },
  requests: { page: { route: 'web', cpu: '100ms', patience: { constant: '2s' } } },
  services: {
    web: {
      instance: { cpuRequest: 1, concurrency: 4, queue: 8, startup: '10s' },
      scaling: { min: 2, max: 40, initial: 2 },
    },
  },
  telemetry: { scrape: '15s', window: '15s', phase: '0s' },
};

const wants = (count: number) =>
  `return { decide = function(o) local c = o.metrics.cpu_utilization return ${count} end }`;

type Scaling = NonNullable<ScenarioInput['services']['web']['scaling']>;

function bounded(scaling: Scaling, cloud: ScenarioInput['cloud'] = {}): ScenarioInput {
  const { web } = busy.services;
  return { ...busy, cloud, services: { web: { ...web, scaling: { ...web.scaling, ...scaling } } } };
}

function sentences(input: ScenarioInput, code: string, spec?: PolicySpec): string[] {
  const run = runWithLua(input, code, spec === undefined ? {} : { bindings: { '*': spec } });
  return [...run.findings, ...heldBackFindings(run.heldBack, 1)];
}

const hpa = hpaText({ max: 2, cpu: 50 });
const keda = `
apiVersion: keda.sh/v1alpha1
kind: ScaledObject
metadata: { name: web }
spec:
  scaleTargetRef: { name: web }
  minReplicaCount: 2
  maxReplicaCount: 2
  triggers: [{ type: cpu, metricType: Utilization, metadata: { value: "50" } }]
`;
const aws = JSON.stringify([
  {
    AutoScalingGroupName: 'web',
    PolicyName: 'cpu',
    PolicyType: 'TargetTrackingScaling',
    TargetTrackingConfiguration: {
      PredefinedMetricSpecification: { PredefinedMetricType: 'ASGAverageCPUUtilization' },
      TargetValue: 50,
    },
  },
  { AutoScalingGroupName: 'web', MinSize: 2, MaxSize: 2, DefaultInstanceWarmup: 30 },
]);

const manifest = (code: string, fileName: string): PolicySpec => ({
  kind: 'manifest',
  fileName,
  path: fileName,
  code,
  params: {},
  metricNames: {},
});

describe('a policy that does not get what it wants', () => {
  it.each<[setting: string, input: ScenarioInput, sentence: string]>([
    ['scaling.max', bounded({ max: 2 }), 'wanted 7, stood at 2 for 10 min: raise scaling.max'],
    ['cloud.quota', bounded({}, { quota: 2 }), 'wanted 7, stood at 2 for 10 min: raise cloud.quota'],
    [
      'cloud.capacity',
      bounded({}, { capacity: [{ at: '0s', available: 2 }] }),
      'wanted 7, stood at 2 for 10 min: the provider had no more (cloud.capacity)',
    ],
    [
      'cloud.api',
      bounded({}, { api: { errorRate: 1 } }),
      'wanted 7, stood at 2 for 10 min: calls to the provider failed (cloud.api)',
    ],
  ])('says so, and names %s', (_setting, input, sentence) => {
    const said = sentences(input, wants(7));
    expect(said).toContain(sentence);
    expect(said.join()).not.toContain('took no action');
  });

  it.each<[setting: string, spec: PolicySpec]>([
    ['maxReplicas', manifest(hpa, 'hpa.yaml')],
    ['maxReplicaCount', manifest(keda, 'keda.yaml')],
    ['MaxSize', manifest(aws, 'aws.json')],
  ])('names the %s of its own manifest, which cut the decision before anybody saw it', (setting, spec) => {
    const said = sentences(busy, '', spec);
    expect(said).toContainEqual(
      expect.stringMatching(new RegExp(`^wanted \\d+, stood at 2 for \\d+ (s|min): raise ${setting}$`)),
    );
    expect(said.join()).not.toContain('took no action');
  });

  it('counts calls that were refused or failed, beside those throttled', () => {
    const measured = (cloud: ScenarioInput['cloud']) => runWithLua(bounded({}, cloud), wants(7)).measures;
    // 39 decisions of 15 s before the end of ten minutes.
    expect(measured({ quota: 2 })).toMatchObject({ actions_refused: 39, actions_failed: 0, actions_throttled: 0 });
    expect(measured({ api: { errorRate: 1 } })).toMatchObject({ actions_refused: 0, actions_failed: 39 });
    expect(measured({ api: { rateLimit: { calls: 1, per: '1h' } } })).toMatchObject({
      actions_throttled: 0,
      scale_ups: 1,
    });
  });

  it('keeps the longest spell of all runs, for each service and setting', () => {
    const spell = { service: 'web', by: 'scaling.max', wanted: 50, stood: 40, seconds: 90 };
    const longer = { ...spell, wanted: 72, seconds: 46 * 60 };
    expect(heldBackFindings([spell, longer, { ...spell, by: 'cloud.quota' }], 1)).toEqual([
      'wanted 72, stood at 40 for 46 min: raise scaling.max',
      'wanted 50, stood at 40 for 90 s: raise cloud.quota',
    ]);
    expect(heldBackFindings([spell, { ...longer, service: 'api' }], 2)).toEqual([
      'web wanted 50, stood at 40 for 90 s: raise scaling.max',
      'api wanted 72, stood at 40 for 46 min: raise scaling.max',
    ]);
  });

  it('is told to raise the limit only where the load needs as much, or that is not known', () => {
    const spell = { service: 'web', by: 'maxReplicas', wanted: 72, stood: 40, seconds: 46 * 60 };
    const said = 'wanted 72, stood at 40 for 46 min';
    expect(heldBackFindings([{ ...spell, needed: 39 }], 1)).toEqual([
      `${said} (maxReplicas), and the load needed 39 at most`,
    ]);
    for (const needed of [40, 50, undefined]) {
      const one = needed === undefined ? spell : { ...spell, needed };
      expect(heldBackFindings([one], 1)).toEqual([`${said}: raise maxReplicas`]);
    }
    // A short spell in which instances were lacking says more than a long one.
    expect(
      heldBackFindings(
        [
          { ...spell, needed: 39 },
          { ...spell, seconds: 90, needed: 50 },
        ],
        1,
      ),
    ).toEqual(['wanted 72, stood at 40 for 90 s: raise maxReplicas']);
  });

  it('is held back by its maximum to no harm where that is more than enough', () => {
    expect(sentences(bounded({ max: 8 }), wants(12))).toContain(
      'wanted 12, stood at 8 for 10 min (scaling.max), and the load needed 4 at most',
    );
  });

  it('is said of a static count above the maximum, too', () => {
    expect(sentences(bounded({ max: 8 }), '', { kind: 'static', count: 12 })).toContain(
      'wanted 12, stood at 8 for 10 min (scaling.max), and the load needed 4 at most',
    );
  });
});

describe('"took no action"', () => {
  for (const { tags, numRuns } of caseCounts(10, 40))
    it('is said exactly of a policy that never wanted anything else, whatever stood in its way', { tags }, () => {
      const clouds = fc.constantFrom<ScenarioInput['cloud']>(
        {},
        { quota: 3 },
        { capacity: [{ at: '0s', available: 2 }] },
        { api: { errorRate: 1 } },
        { api: { rateLimit: { calls: 1, per: '1h' } } },
      );
      const quick = {
        ...busy,
        duration: '3m',
        traffic: { load: { executor: 'constant-arrival-rate', rate: 1 } },
      } as const;
      fc.assert(
        fc.property(clouds, fc.integer({ min: 1, max: 9 }), fc.integer({ min: 3, max: 9 }), (cloud, count, max) => {
          const input = {
            ...bounded({ max, min: 2, initial: 2 }, cloud),
            duration: quick.duration,
            traffic: quick.traffic,
          };
          const said = sentences(input, wants(count)).join();
          // Below min it has all it may have, and above it something happens or stands in the way.
          expect(said.includes('took no action')).toBe(count <= 2);
        }),
        { seed: 12, numRuns },
      );
    });

  it('tells a policy that acted before the span, and one that has all it may have, from one that did nothing', () => {
    const warm = { ...busy, warmup: '5m' };
    expect(sentences(warm, wants(5))).toContain('took no action after the warm-up');
    expect(sentences(bounded({ max: 4, initial: 4 }), wants(4))).toContain('stayed at its maximum of 4 the whole time');
    expect(sentences(busy, wants(2))).toContain('took no action');
  });

  it.each([
    [
      'reads one',
      'local m = o.metrics if m.memory_utilization and m.cpu_utilization then return 9 end',
      'memory_utilization',
    ],
    ['asks for the history of one', 'if #o:history("ejected", "5m") > 0 then return 9 end', 'ejected'],
  ])('names the metric that the service never has, where the policy %s', (_, body, metric) => {
    const code = `return { decide = function(o) ${body} end }`;
    expect(sentences(busy, code)).toContain(`took no action: it reads ${metric}, which web never has`);
  });

  it('names none where the policy walks over all there are', () => {
    const code = 'return { decide = function(o) for _ in pairs(o.metrics) do end end }';
    expect(sentences(busy, code)).toContain('took no action');
  });
});

describe('too little to see', () => {
  it.each<[what: string, duration: string, rate: number, sentence: RegExp]>([
    ['a run of 30 s', '30s', 30, /^the run is too short: 30 s are measured, and the SLO is judged in windows of 60 s$/],
    ['a request every 10 s', '20m', 0.1, /^no window of 60 s has the 20 requests that "slow for" needs$/],
  ])('is a finding: %s', (_what, duration, rate, sentence) => {
    const input = {
      ...busy,
      duration,
      slo: { latency: '50ms', objective: 0.9 },
      traffic: { load: { executor: 'constant-arrival-rate', rate, arrivals: 'even' } },
    } as const;
    const run = runWithLua(input);
    expect(run.findings).toContainEqual(expect.stringMatching(sentence));
  });
});
