import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MetricValues } from '../../../src/policy/observation.js';
import { FakeHost, runPolicy } from '../../policy/fakeHost.js';
import { policyOf, rabbitmq, scaledObjectText } from './manifestText.js';

interface Run {
  readonly text: string;
  readonly metrics: (timeSeconds: number) => MetricValues;
  readonly initialCount: number;
  readonly untilSeconds: number;
  readonly metricNames?: Readonly<Record<string, string>>;
}

/** Runs a ScaledObject on a fake cloud. */
function simulate({ text, metrics, initialCount, untilSeconds, metricNames = {} }: Run): FakeHost {
  const host = new FakeHost({ minCount: 0, initialCount, metrics });
  runPolicy(policyOf(text, metricNames), host, untilSeconds);
  return host;
}

/** `[time, count, rule]` of every change. */
function changes(host: FakeHost, initialCount: number): [number, number, string | undefined][] {
  let before = initialCount;
  return host.actions.flatMap(({ timeSeconds, decision }): [number, number, string | undefined][] => {
    if (decision.desired === before) return [];
    before = decision.desired;
    return [[timeSeconds, decision.desired, decision.rule]];
  });
}

const queue = (depthAt: (timeSeconds: number) => number | undefined) => (timeSeconds: number) => {
  const depth = depthAt(timeSeconds);
  return depth === undefined ? {} : { queue_depth: depth };
};

describe('a ScaledObject as a policy', () => {
  it('starts one instance at the first poll above the activation threshold', () => {
    const host = simulate({
      text: scaledObjectText(),
      metrics: queue((time) => (time < 50 ? 5 : 6)),
      initialCount: 0,
      untilSeconds: 75,
    });
    expect(changes(host, 0)).toEqual([[60, 1, 'activation: s0 rabbitmq']]);
    expect(host.actions[0].decision).toMatchObject({ desired: 0, rule: 'inactive' });
    expect(host.actions[0].decision.reason).toContain('s0 5 is not above 5');
  });

  it('lets the HPA go from 1 to N, limited as an HPA is', () => {
    const host = simulate({ text: scaledObjectText(), metrics: queue(() => 200), initialCount: 0, untilSeconds: 120 });
    expect(changes(host, 0).map(([time, count]) => [time, count])).toEqual([
      [30, 1],
      [45, 4],
      [60, 8],
      [75, 16],
      [90, 20],
    ]);
    expect(changes(host, 0)[1][2]).toBe('hpa: scale-up limit 4 pods');
  });

  it('shrinks to 1 by the stabilization of the HPA, and to 0 by the cooldown', () => {
    const depth = (time: number) => (time <= 60 ? 40 : 0);
    const host = simulate({ text: scaledObjectText(), metrics: queue(depth), initialCount: 4, untilSeconds: 900 });
    // Active last at 60 s: strictly after 360 s comes the poll at 390 s. The HPA's window of 300 s ends at 375 s.
    expect(changes(host, 4).map(([time, count]) => [time, count])).toEqual([
      [375, 1],
      [390, 0],
    ]);
    const [, idle] = changes(host, 4);
    expect(idle[2]).toBe('idle');
    expect(host.actions.find(({ timeSeconds }) => timeSeconds === 90)?.decision).toMatchObject({
      rule: 'scale-in cooldown',
    });
  });

  it('stops from N at once when the cooldown ends before the window of the HPA', () => {
    const host = simulate({
      text: scaledObjectText({ spec: '  cooldownPeriod: 30' }),
      metrics: queue((time) => (time <= 60 ? 40 : 0)),
      initialCount: 4,
      untilSeconds: 400,
    });
    expect(changes(host, 4).map(([time, count]) => [time, count])).toEqual([[120, 0]]);
  });

  it('KEDA polls and the HPA syncs at their own multiples', () => {
    const host = simulate({
      text: scaledObjectText({ spec: '  pollingInterval: 40' }),
      metrics: queue(() => 1000),
      initialCount: 0,
      untilSeconds: 130,
    });
    expect(changes(host, 0).map(([time, count]) => [time, count])).toEqual([
      [40, 1],
      [45, 4],
      [60, 8],
      [75, 16],
      [90, 32],
      [105, 64],
      [120, 100],
    ]);
  });

  it('goes from 0 to minReplicaCount, and to idleReplicaCount afterwards', () => {
    const host = simulate({
      text: scaledObjectText({ spec: '  minReplicaCount: 3\n  idleReplicaCount: 0\n  cooldownPeriod: 60' }),
      metrics: queue((time) => (time < 100 ? 20 : 0)),
      initialCount: 0,
      untilSeconds: 300,
    });
    expect(changes(host, 0).map(([time, count]) => [time, count])).toEqual([
      [30, 3],
      [180, 0],
    ]);
  });

  it('cannot keep an idle count above 0: the HPA goes back to its minimum at the next sync', () => {
    const host = simulate({
      text: scaledObjectText({ spec: '  minReplicaCount: 3\n  idleReplicaCount: 1\n  cooldownPeriod: 10' }),
      metrics: queue(() => 0),
      initialCount: 3,
      untilSeconds: 75,
    });
    expect(changes(host, 3).map(([time, count]) => [time, count])).toEqual([
      [30, 1],
      [45, 3],
      [60, 1],
      [75, 3],
    ]);
  });

  it('keeps what runs while a trigger fails and there is no fallback', () => {
    const host = simulate({
      text: scaledObjectText(),
      metrics: queue(() => undefined),
      initialCount: 4,
      untilSeconds: 900,
    });
    expect(changes(host, 4)).toEqual([]);
    expect(new Set(host.actions.slice(1).map(({ decision }) => decision.rule))).toEqual(new Set(['error: held']));
  });

  it('falls back at the fourth failure when the threshold is 3, whether a poll or the HPA asked', () => {
    const host = simulate({
      text: scaledObjectText({ spec: '  fallback: { failureThreshold: 3, replicas: 6 }' }),
      metrics: queue(() => undefined),
      initialCount: 4,
      untilSeconds: 120,
    });
    // The HPA at 15 s, a poll and the HPA at 30 s, the HPA at 45 s.
    expect(changes(host, 4)).toEqual([[45, 6, 'fallback static 6']]);
  });

  it('counts failures anew after a success', () => {
    const host = simulate({
      text: scaledObjectText({ spec: '  fallback: { failureThreshold: 3, replicas: 6 }' }),
      metrics: queue((time) => (time === 30 || time === 60 ? 40 : undefined)),
      initialCount: 4,
      untilSeconds: 90,
    });
    expect(changes(host, 4)).toEqual([]);
  });

  it('falls back at 0 by its polls, which wake the target for the HPA', () => {
    const host = simulate({
      text: scaledObjectText({ spec: '  fallback: { failureThreshold: 1, replicas: 6 }' }),
      metrics: queue(() => undefined),
      initialCount: 0,
      untilSeconds: 600,
    });
    // Polls at 30 and 60 s; the sync at 75 s finds an instance, and KEDA's answer for 6. From 1 an HPA grows to 4 at most.
    expect(changes(host, 0)).toEqual([
      [60, 1, 'activation: fallback of s0 rabbitmq'],
      [75, 4, 'fallback static 6'],
      [90, 6, 'fallback static 6'],
    ]);
  });

  it('scales on a formula in place of its triggers', () => {
    const host = simulate({
      text: scaledObjectText({
        spec: '  minReplicaCount: 1\n  advanced: { scalingModifiers: { formula: "jobs + 2 * rate", target: "10" } }',
        triggers: [
          '    - { type: rabbitmq, name: jobs, metadata: { queueName: jobs, mode: QueueLength, value: "1" } }',
          '    - { type: metrics-api, name: rate, metadata: { targetValue: "1" } }',
        ].join('\n'),
      }),
      metrics: () => ({ queue_depth: 10, request_rate: 15 }),
      metricNames: { rate: 'request_rate' },
      initialCount: 2,
      untilSeconds: 15,
    });
    expect(changes(host, 2).map(([time, count]) => [time, count])).toEqual([[15, 4]]);
  });

  it('goes on without a failed trigger where the formula says how', () => {
    const host = simulate({
      text: scaledObjectText({
        spec: [
          '  minReplicaCount: 1',
          '  fallback: { failureThreshold: 1, replicas: 9, behavior: scalingModifiers }',
          '  advanced: { scalingModifiers: { formula: "jobs ?? rate", target: "10" } }',
        ].join('\n'),
        triggers: [
          '    - { type: rabbitmq, name: jobs, metadata: { queueName: jobs, mode: QueueLength, value: "1" } }',
          '    - { type: metrics-api, name: rate, metadata: { targetValue: "1" } }',
        ].join('\n'),
      }),
      metrics: () => ({ request_rate: 35 }),
      metricNames: { rate: 'request_rate' },
      initialCount: 2,
      untilSeconds: 30,
    });
    // The first failure is an error of the metric; the second one makes it nil.
    expect(changes(host, 2).map(([time, count]) => [time, count])).toEqual([[30, 4]]);
  });

  it('adds 0 for a cron outside its window, and nothing for what is negative', () => {
    const host = simulate({
      text: scaledObjectText({
        spec: '  minReplicaCount: 1\n  advanced: { scalingModifiers: { formula: "night + jobs", target: "1" } }',
        triggers: [
          '    - { type: cron, name: night, metadata: { timezone: UTC, start: "1 0 * * *", end: "2 0 * * *", desiredReplicas: "5" } }',
          '    - { type: metrics-api, name: jobs, metadata: { targetValue: "1" } }',
        ].join('\n'),
      }),
      metrics: (time) => ({ queue_depth: time === 45 ? -3 : 2 }),
      metricNames: { jobs: 'queue_depth' },
      initialCount: 2,
      untilSeconds: 60,
    });
    const wanted = host.actions.map(({ timeSeconds, decision }) => [
      timeSeconds,
      decision.reason?.split(' ').slice(0, 5).join(' '),
    ]);
    expect(wanted).toContainEqual([15, 'composite-metric 1 a pod of']);
    expect(wanted).toContainEqual([45, 'composite-metric 0 a pod of']);
    expect(changes(host, 2).map(([time, count]) => [time, count])).toEqual([[60, 4]]);
  });

  it('does not act on a formula of which one value failed', () => {
    const host = simulate({
      text: scaledObjectText({
        spec: '  advanced: { scalingModifiers: { formula: "jobs + rate", target: "1" } }',
        triggers: [
          '    - { type: rabbitmq, name: jobs, metadata: { queueName: jobs } }',
          '    - { type: metrics-api, name: rate, metadata: { targetValue: "1" } }',
        ].join('\n'),
      }),
      metrics: () => ({ queue_depth: 50 }),
      metricNames: { rate: 'request_rate' },
      initialCount: 0,
      untilSeconds: 120,
    });
    expect(changes(host, 0)).toEqual([]);
  });

  it('runs a cron trigger by the clock of the run', () => {
    const host = simulate({
      text: scaledObjectText({
        spec: '  cooldownPeriod: 60',
        triggers:
          '    - { type: cron, metadata: { timezone: UTC, start: "10 0 * * *", end: "20 0 * * *", desiredReplicas: "3" } }',
      }),
      metrics: () => ({}),
      initialCount: 0,
      untilSeconds: 1800,
    });
    expect(changes(host, 0).map(([time, count]) => [time, count])).toEqual([
      [600, 1],
      [615, 3],
      [1260, 0],
    ]);
  });

  it('gives the HPA the value of the last poll where metrics are cached', () => {
    const host = simulate({
      text: scaledObjectText({
        spec: '  pollingInterval: 60\n  minReplicaCount: 1',
        triggers: `${rabbitmq.slice(0, -2)}, useCachedMetrics: true }`,
      }),
      metrics: queue((time) => (time <= 60 ? 20 : 80)),
      initialCount: 2,
      untilSeconds: 120,
    });
    expect(changes(host, 2).map(([time]) => time)).toEqual([120]);
  });

  it('refuses to run with a trigger that has no metric of the scenario', () => {
    const text = scaledObjectText({ triggers: '    - { type: metrics-api, metadata: { targetValue: "1" } }' });
    expect(() => simulate({ text, metrics: () => ({}), initialCount: 1, untilSeconds: 15 })).toThrow(
      's0 metrics-api has no metric of the scenario: name one with --metric s0=METRIC',
    );
  });

  it('never acts while it is paused', () => {
    fc.assert(
      fc.property(fc.nat(1000), fc.nat(20), fc.constantFrom('true', '1', 'yes'), (depth, initialCount, value) => {
        const host = simulate({
          text: scaledObjectText({ annotations: `autoscaling.keda.sh/paused: "${value}"` }),
          metrics: queue(() => depth),
          initialCount,
          untilSeconds: 600,
        });
        expect(host.actions).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });

  it('asks for nothing but the paused count while paused-replicas holds it', () => {
    const host = simulate({
      text: scaledObjectText({ annotations: 'autoscaling.keda.sh/paused-replicas: "2"' }),
      metrics: queue(() => 500),
      initialCount: 5,
      untilSeconds: 600,
    });
    expect(changes(host, 5)).toEqual([[15, 2, 'scale-down to paused-replicas']]);
  });

  it('never grows while scale-out is paused, never shrinks while scale-in is', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(200), { minLength: 1, maxLength: 10 }),
        fc.integer({ min: 1, max: 20 }),
        (depths, initialCount) => {
          for (const [annotation, sign] of [
            ['paused-scale-out', 1],
            ['paused-scale-in', -1],
          ] as const) {
            const host = simulate({
              text: scaledObjectText({ annotations: `autoscaling.keda.sh/${annotation}: "true"` }),
              metrics: queue((time) => depths[Math.floor(time / 60) % depths.length]),
              initialCount,
              untilSeconds: 1200,
            });
            let before = initialCount;
            for (const [, count] of changes(host, initialCount)) {
              expect((count - before) * sign).toBeLessThan(0);
              before = count;
            }
          }
        },
      ),
      { numRuns: 30 },
    );
  });

  it('always stays within its bounds, and at 0 only when it may stop', () => {
    fc.assert(
      fc.property(
        fc.array(fc.option(fc.nat(5000), { nil: undefined }), { minLength: 1, maxLength: 20 }),
        fc.nat(2),
        (depths, minCount) => {
          const host = simulate({
            text: scaledObjectText({
              spec: `  minReplicaCount: ${minCount}\n  maxReplicaCount: 30\n  cooldownPeriod: 45`,
            }),
            metrics: queue((time) => depths[Math.floor(time / 45) % depths.length]),
            initialCount: 3,
            untilSeconds: 1500,
          });
          for (const { decision } of host.actions) {
            expect(decision.desired).toBeGreaterThanOrEqual(minCount);
            expect(decision.desired).toBeLessThanOrEqual(30);
          }
        },
      ),
      { numRuns: 30 },
    );
  });
});
