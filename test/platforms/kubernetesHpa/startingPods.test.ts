import { describe, expect, it } from 'vitest';
import type { InstanceObservation, MetricValues } from '../../../src/policy/observation.js';
import { cpuAt, FakeFleet, hpaOf, observationOf, oldInstance } from './fakeFleet.js';

const GIB = 2 ** 30;
const behavior = { scaleDown: { stabilizationWindowSeconds: 0 } };
const memoryAt50 = {
  type: 'Resource',
  resource: { name: 'memory', target: { type: 'Utilization', averageUtilization: 50 } },
};
const inFlightAt10 = {
  type: 'Pods',
  pods: { metric: { name: 'in_flight' }, target: { type: 'AverageValue', averageValue: '10' } },
};

const starting = (id: string, startedAt: number, metrics: MetricValues): InstanceObservation => ({
  id,
  phase: 'starting',
  startedAt,
  metrics: Object.keys(metrics).length === 0 ? {} : { age_seconds: 0, window_seconds: 15, ...metrics },
});

/** What 4 old pods and 4 that were launched 10 s ago come to. */
function decision(
  metric: unknown,
  old: MetricValues,
  young: MetricValues,
  phase: 'starting' | 'pending' = 'starting',
): number {
  const fleet = new FakeFleet(hpaOf({ minReplicas: 1, maxReplicas: 20, metrics: [metric], behavior }), 8);
  const perInstance = [
    ...[1, 2, 3, 4].map((index) => oldInstance(`old-${index}`, { window_seconds: 15, ...old })),
    ...[1, 2, 3, 4].map((index) => ({ ...starting(`new-${index}`, 590, young), phase })),
  ];
  const resources = { vcpus: 1, cpuRequest: 1, memory: GIB, memoryRequest: GIB };
  fleet.sync(observationOf({ time: 600, desired: 8, ready: 4, starting: 4, resources, perInstance }));
  return fleet.desired;
}

type Turned = Omit<InstanceObservation, 'id' | 'metrics'> & { readonly turnedAt: number };

describe('pods that are starting', () => {
  it.each([
    // Mean 40 % of a target of 50 %: 0.8 x 8.
    ['count with a memory value', memoryAt50, { memory_utilization: 0.2 }, { memory_utilization: 0.6 }, 7],
    // 4 at 20 %, and 4 filled in with their whole request: 60 %, on the other side of the target.
    ['hold, without a memory value, what would shrink', memoryAt50, { memory_utilization: 0.2 }, {}, 8],
    // 4 at 90 % and 4 at nothing: 45 %, within the tolerance of a tenth.
    ['hold, without a memory value, what would grow', memoryAt50, { memory_utilization: 0.9 }, {}, 8],
    // Mean 5 of a target of 10.
    ['count with a value of a Pods metric', inFlightAt10, { in_flight: 10 }, { in_flight: 0 }, 4],
    // 4 at 10, and 4 filled in with the target.
    ['are on target without a value of a Pods metric', inFlightAt10, { in_flight: 4 }, {}, 6],
    // Their CPU is left out on the way down: 20 % of 50 % for 4 pods that are ready.
    ['do not count with their CPU', cpuAt(50), { cpu_utilization: 0.2 }, { cpu_utilization: 1 }, 2],
    // And counts as nothing on the way up: 4 at 90 % of 8 are 45 %.
    ['count as using no CPU when it would grow', cpuAt(50), { cpu_utilization: 0.9 }, { cpu_utilization: 1 }, 8],
  ])('%s', (_claim, metric, old, young, expected) => {
    expect(decision(metric, old, young)).toBe(expected);
  });

  // Half the pods were ready once, and their CPU is at 100 %; that of the others is at 20 % of a target of 50 %.
  const sick: Turned = { phase: 'starting', startedAt: 100, readyAt: 110, turnedAt: 500 };
  const counts = 10;
  const areLeftOut = 2;
  it.each<[string, Turned, number, number?]>([
    ['count long after their start', sick, counts],
    ['do not in the first five minutes, ready before or not', { ...sick, startedAt: 301, readyAt: 311 }, areLeftOut],
    ['do not where they were hardly started: they never were ready', { ...sick, turnedAt: 129 }, areLeftOut],
    ['do where they had started for 30 s', { ...sick, turnedAt: 130 }, counts],
    [
      'do where they were there at the begin, however young the run',
      { ...sick, startedAt: 0, readyAt: 0 },
      counts,
      200,
    ],
    ['do not soon after they are ready again', { ...sick, phase: 'ready', startedAt: 301, turnedAt: 590 }, areLeftOut],
    [
      'do a metric window after they are ready again',
      { ...sick, phase: 'ready', startedAt: 301, turnedAt: 585 },
      counts,
    ],
  ])('that turned unready late %s', (_claim, pod, expected, time = 600) => {
    const fleet = new FakeFleet(hpaOf({ minReplicas: 1, maxReplicas: 20, metrics: [cpuAt(50)], behavior }), 8);
    const measured = { age_seconds: 0, window_seconds: 15 };
    const perInstance = [1, 2, 3, 4].flatMap((index) => [
      oldInstance(`old-${index}`, { ...measured, cpu_utilization: 0.2 }),
      {
        id: `sick-${index}`,
        ...pod,
        turnedAt: Math.min(pod.turnedAt, time),
        metrics: { ...measured, cpu_utilization: 1 },
      },
    ]);
    const ready = pod.phase === 'ready' ? 8 : 4;
    const resources = { vcpus: 1, cpuRequest: 1, memory: GIB, memoryRequest: GIB };
    fleet.sync(observationOf({ time, desired: 8, ready, starting: 8 - ready, resources, perInstance }));
    expect(fleet.desired).toBe(expected);
  });

  it('do not count while they are pending, whatever is known of them', () => {
    expect(decision(memoryAt50, { memory_utilization: 0.2 }, { memory_utilization: 0.6 }, 'pending')).toBe(2);
  });
});
