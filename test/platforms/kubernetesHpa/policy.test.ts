import { describe, expect, it } from 'vitest';
import { hpaManifest } from '../../../src/platforms/kubernetesHpa/kubernetesHpa.js';
import { readHpaSpec } from '../../../src/platforms/kubernetesHpa/readHpaSpec.js';
import type { InstanceObservation, MetricValues } from '../../../src/policy/observation.js';
import { cpuAt, FakeFleet, hpaOf, objectOf, oldInstance, onePerUnit, plainSource } from './fakeFleet.js';

const half = { vcpus: 2, cpuRequest: 0.5 };
const fleetOf = (metrics: unknown[], count: number, more = {}) =>
  new FakeFleet(hpaOf({ minReplicas: 2, maxReplicas: 20, metrics, ...more }), count);
const busy = (count: number, metrics: MetricValues): InstanceObservation[] =>
  Array.from({ length: count }, (_, index) => oldInstance(`web-${index}`, metrics));

describe('the policy', () => {
  it('divides what instances use by what they request', () => {
    // 0.2075 of 2 vCPUs is 0.415 cores, 83 % of half a core.
    const decision = fleetOf([cpuAt(60)], 4).sync({
      time: 15,
      resources: half,
      perInstance: busy(4, { cpu_utilization: 0.2075 }),
    });
    expect(decision).toEqual({
      desired: 6,
      rule: 'target met: ceil(ratio x ready)',
      reason: 'cpu 83 % of target 60 %, 4 ready -> 6',
    });
  });

  it('takes starting and pending instances for unready pods', () => {
    const starting: InstanceObservation = {
      id: 'new',
      phase: 'starting',
      startedAt: 0,
      metrics: { cpu_utilization: 0 },
    };
    const fleet = fleetOf([cpuAt(50)], 4);
    // 90 % of 50 % over 2 pods; 2 more as idle: 45 % over 4 is ratio 0.9, so the direction turns.
    const decision = fleet.sync({
      time: 15,
      pending: 1,
      resources: half,
      perInstance: [...busy(2, { cpu_utilization: 0.225 }), starting],
    });
    expect(decision).toMatchObject({
      desired: 4,
      rule: 'inside tolerance',
      reason: 'cpu 90 % of target 50 %, 2 ready and 2 without a metric that counts -> 4',
    });
  });

  it('passes over draining instances', () => {
    const draining: InstanceObservation = {
      ...oldInstance('old', { cpu_utilization: 1 }),
      phase: 'draining',
      deletedAt: 10,
    };
    const decision = fleetOf([cpuAt(50)], 2).sync({
      time: 15,
      resources: half,
      perInstance: [...busy(2, { cpu_utilization: 0.125 }), draining],
    });
    expect(decision.reason).toBe('cpu 50 % of target 50 %, 2 ready -> 2');
  });

  it('does not trust the CPU of an instance whose window began before it was ready', () => {
    const young = (age: number): InstanceObservation => ({
      id: 'young',
      phase: 'ready',
      startedAt: 0,
      readyAt: 30,
      metrics: { cpu_utilization: 1, age_seconds: age, window_seconds: 60 },
    });
    const sync = (age: number) =>
      fleetOf([cpuAt(50)], 3).sync({
        time: 100,
        resources: half,
        perInstance: [...busy(2, { cpu_utilization: 0.125 }), young(age)],
      });
    expect(sync(11).reason).toBe('cpu 50 % of target 50 %, 2 ready -> 3');
    expect(sync(10).reason).toMatch(/^cpu 166 % of target 50 %, 3 ready/);
  });

  it('makes equal pods of a recorded observation', () => {
    const recorded = {
      time: 15,
      ready: 4,
      metrics: { cpu_utilization_of_request: 0.9, queue_depth: 40, age_seconds: 20 },
    };
    expect(fleetOf([cpuAt(60)], 4).sync(recorded).desired).toBe(6);
    // A sum is shared out: 10 a pod of target 5.
    const pods = {
      type: 'Pods',
      pods: { metric: { name: 'queue_depth' }, target: { type: 'AverageValue', averageValue: '5' } },
    };
    expect(fleetOf([pods], 4).sync(recorded).desired).toBe(8);
    const starting = fleetOf([cpuAt(60)], 6).sync({ ...recorded, starting: 2 });
    expect(starting.reason).toBe('cpu 90 % of target 60 %, 4 ready and 2 without a metric that counts -> 6');
  });

  it('does not invent an absolute use where only its share of the request is known', () => {
    const cores = {
      type: 'Resource',
      resource: { name: 'cpu', target: { type: 'AverageValue', averageValue: '500m' } },
    };
    const decision = fleetOf([cores], 4).sync({ time: 15, metrics: { cpu_utilization_of_request: 0.9 } });
    expect(decision).toMatchObject({ desired: 4, rule: 'no metrics: hold' });
  });

  it('finds metrics by the names the command line gave', () => {
    const metric = {
      type: 'External',
      external: { metric: { name: 'sqs' }, target: { type: 'AverageValue', averageValue: '10' } },
    };
    const manifest = hpaOf({ maxReplicas: 20, metrics: [metric] }, { metricNames: { sqs: 'queue_depth' } });
    expect(new FakeFleet(manifest, 2).sync({ time: 15, metrics: { queue_depth: 35 } }).desired).toBe(4);
  });

  it('takes External metrics from whoever composes it', () => {
    const read = readHpaSpec(plainSource(objectOf({ maxReplicas: 20, metrics: [onePerUnit] })));
    const values: (number | undefined)[] = [7, undefined];
    const manifest = hpaManifest(read, { metricNames: {}, metricsOf: () => ({ queue_depth: values.shift() }) });
    const fleet = new FakeFleet(manifest, 4);
    expect(fleet.sync({ time: 15, metrics: { queue_depth: 99 } }).desired).toBe(7);
    expect(fleet.sync({ time: 30, metrics: { queue_depth: 99 } })).toMatchObject({
      desired: 7,
      rule: 'no metrics: hold',
    });
  });

  it('keeps runs apart: everything it remembers is in its state', () => {
    const manifest = hpaOf({ maxReplicas: 20, metrics: [onePerUnit] });
    const first = new FakeFleet(manifest, 10);
    first.sync({ time: 0, metrics: { queue_depth: 10 } });
    const second = new FakeFleet(manifest, 3);
    second.sync({ time: 0, metrics: { queue_depth: 3 } });
    expect(second.sync({ time: 15, metrics: { queue_depth: 1 } }).desired).toBe(3);
    expect(first.sync({ time: 15, metrics: { queue_depth: 1 } }).desired).toBe(10);
  });
});

describe('the rule that held', () => {
  const slow = {
    scaleUp: { policies: [{ type: 'Pods', value: 1, periodSeconds: 60 }] },
    scaleDown: { stabilizationWindowSeconds: 0, policies: [{ type: 'Percent', value: 10, periodSeconds: 60 }] },
  };
  it.each([
    ['inside tolerance', 10, 10.5, {}],
    ['target met: ceil(total / target)', 10, 15, {}],
    ['scale-down stabilization: highest recommendation of the last 5 min holds', 10, 5, {}],
    ['maxReplicas is the maximum', 15, 30, {}],
    ['above maxReplicas', 25, 5, {}],
    ['minReplicas', 1, 5, {}],
    ['minReplicas', 10, 1, { behavior: { scaleDown: { stabilizationWindowSeconds: 0 } } }],
    ['off at 0 replicas', 0, 5, {}],
    ['no metrics: hold', 10, undefined, {}],
    ['scale-up limit 2x a sync', 5, 18, {}],
    ['scale-up limit 4 pods', 2, 18, {}],
    ['scale-up limit Percent 100/15s', 5, 18, { behavior: {} }],
    ['scale-up limit Pods 4/15s', 3, 18, { behavior: {} }],
    ['scale-up limit Pods 1/1m', 5, 18, { behavior: slow }],
    ['scale-down limit Percent 10/1m', 10, 2, { behavior: slow }],
    ['scale-up limit: disabled', 5, 18, { behavior: { scaleUp: { selectPolicy: 'Disabled' } } }],
  ])('is "%s" from %i with %s', (rule, count, total, more) => {
    const metrics: MetricValues = total === undefined ? {} : { queue_depth: total };
    expect(fleetOf([onePerUnit], count, more).sync({ time: 15, metrics }).rule).toBe(rule);
  });

  it('is that some metrics failed where the rest would shrink', () => {
    const decision = fleetOf([onePerUnit, cpuAt(50)], 10).sync({ time: 15, metrics: { queue_depth: 3 } });
    expect(decision).toEqual({
      desired: 10,
      rule: 'some metrics failed: hold',
      reason: 'a metric has no value; queue_depth alone would shrink, 10 held',
    });
  });

  it('stays the same text while the numbers change', () => {
    const fleet = fleetOf([onePerUnit], 10);
    const decisions = [4, 5, 6, 7].map((total, sync) =>
      fleet.sync({ time: 15 * sync, metrics: { queue_depth: total } }),
    );
    expect(new Set(decisions.map(({ rule }) => rule)).size).toBe(1);
    expect(new Set(decisions.map(({ reason }) => reason)).size).toBe(4);
    expect(decisions[3].reason).toBe('queue_depth 0.7 a pod of target 1 -> 7; highest recommendation 10 at 0s');
  });
});
