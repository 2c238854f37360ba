import { describe, expect, it } from 'vitest';
import { defaultFlags } from '../../../src/platforms/kubernetesHpa/controllerFlags.js';
import { groupPods } from '../../../src/platforms/kubernetesHpa/groupPods.js';
import { limitLegacy, limitWithBehavior } from '../../../src/platforms/kubernetesHpa/limits.js';
import { averagePodReplicas, utilizationReplicas } from '../../../src/platforms/kubernetesHpa/perPodMetric.js';
import type { Pod, PodMetric } from '../../../src/platforms/kubernetesHpa/pod.js';
import { rateLimit } from '../../../src/platforms/kubernetesHpa/rateLimit.js';
import { emptyMemory, reconcile } from '../../../src/platforms/kubernetesHpa/reconcile.js';
import { INT64_MAX, saturateInt64, sumMilli, toMilli } from '../../../src/platforms/kubernetesHpa/saturate.js';
import { completeRules } from '../../../src/platforms/kubernetesHpa/scalingRules.js';
import { averageReplicas, valueReplicas } from '../../../src/platforms/kubernetesHpa/wholeMetric.js';

const NOW = 10_000;
const tolerance = { upRatio: 0.1, downRatio: 0.1 };

const pod = (name: string, parts: Partial<Pod> = {}): Pod => ({
  name,
  phase: 'Running',
  isDeleting: false,
  isReady: true,
  readyTransitionSeconds: 10,
  startSeconds: 0,
  requestMilli: { app: 1000n },
  ...parts,
});

const metric = (milli: number): PodMetric => ({ valueMilli: BigInt(milli), timestampSeconds: NOW, windowSeconds: 60 });

/** `used` by name; pods without a value have no metric. */
function scene(pods: readonly Pod[], used: Readonly<Record<string, number>>, currentReplicas = pods.length) {
  const metrics = new Map(Object.entries(used).map(([name, milli]) => [name, metric(milli)]));
  return { nowSeconds: NOW, currentReplicas, pods, metrics, tolerance, flags: defaultFlags };
}

const cpu = (targetPercent: number, container?: string) => ({ resource: 'cpu', container, targetPercent }) as const;

describe('the limits of a move, at their edges', () => {
  it.each([
    // Five replicas, 2..10: twice the count is 10, which is max too.
    [5, 10, 2, 10, 10, 'DesiredWithinRange'],
    [5, 11, 2, 10, 10, 'TooManyReplicas'],
    [5, 11, 2, 11, 10, 'ScaleUpLimit'],
    [5, 2, 2, 10, 2, 'DesiredWithinRange'],
    [5, 1, 2, 10, 2, 'TooFewReplicas'],
  ])('without behavior, from %i to %i within %i..%i: %i, %s', (current, desired, min, max, replicas, reason) => {
    const move = { currentReplicas: current, desiredReplicas: desired, minReplicas: min, maxReplicas: max };
    expect(limitLegacy(move, defaultFlags.legacyScaleUp)).toEqual({ replicas, reason, policy: undefined });
  });

  const policy = { type: 'Pods', value: 3, periodSeconds: 60 } as const;

  it.each([
    ['up to what the policies allow', 5, 8, 8, { replicas: 8, reason: 'DesiredWithinRange' }],
    ['up beyond them', 5, 9, 8, { replicas: 8, reason: 'ScaleUpLimit', policy }],
    ['up beyond max, which is what they allow', 5, 11, 10, { replicas: 10, reason: 'TooManyReplicas' }],
    ['up to max', 5, 10, 20, { replicas: 10, reason: 'DesiredWithinRange' }],
    ['up with no room left', 5, 9, 3, { replicas: 5, reason: 'ScaleUpLimit', policy }],
    ['nowhere', 5, 5, 0, { replicas: 5, reason: 'DesiredWithinRange' }],
    ['down to what the policies allow', 8, 5, 5, { replicas: 5, reason: 'DesiredWithinRange' }],
    ['down beyond them', 8, 4, 5, { replicas: 5, reason: 'ScaleDownLimit', policy }],
    ['down beyond min, which is what they allow', 8, 1, 2, { replicas: 2, reason: 'TooFewReplicas' }],
    ['down to min', 8, 2, 0, { replicas: 2, reason: 'DesiredWithinRange' }],
    ['down with no room left', 8, 4, 9, { replicas: 8, reason: 'ScaleDownLimit', policy }],
  ])('with behavior, %s', (_, currentReplicas, desiredReplicas, limit, expected) => {
    const move = { currentReplicas, desiredReplicas, minReplicas: 2, maxReplicas: 10 };
    expect(limitWithBehavior(move, () => ({ limit, policy }))).toEqual({ policy: undefined, ...expected });
  });

  it.each([
    ['Max', 'up', 14],
    ['Min', 'up', 12],
    ['Max', 'down', 6],
    ['Min', 'down', 8],
    ['Disabled', 'up', 10],
    ['Disabled', 'down', 10],
  ] as const)('%s of 2 pods and 40 %% %s from 10 is %i', (selectPolicy, direction, limit) => {
    const percent = { type: 'Percent', value: 40, periodSeconds: 60 } as const;
    const pods = { type: 'Pods', value: 2, periodSeconds: 60 } as const;
    const memory = { nowSeconds: NOW, currentReplicas: 10, upEvents: [], downEvents: [] };
    for (const policies of [
      [percent, pods],
      [pods, percent],
    ]) {
      const found = rateLimit(direction, completeRules(direction, { selectPolicy, policies }), memory);
      const chosen = selectPolicy === 'Disabled' ? undefined : selectPolicy === 'Max' ? percent : pods;
      expect(found).toEqual({ limit, policy: chosen });
    }
  });

  it('of policies that allow the same, the first is named', () => {
    const [first, second] = [30, 60].map((periodSeconds) => ({ type: 'Pods', value: 2, periodSeconds }) as const);
    const memory = { nowSeconds: NOW, currentReplicas: 4, upEvents: [], downEvents: [] };
    for (const selectPolicy of ['Max', 'Min'] as const) {
      const rules = completeRules('up', { selectPolicy, policies: [first, second] });
      expect(rateLimit('up', rules, memory)).toEqual({ limit: 6, policy: first });
    }
  });
});

describe('pods in groups', () => {
  const rules = { ...defaultFlags, nowSeconds: NOW, isCpu: true };

  it('are ignored, unready, missing or ready', () => {
    const pods = [
      pod('deleting', { isDeleting: true }),
      pod('failed', { phase: 'Failed' }),
      pod('pending', { phase: 'Pending' }),
      pod('missing'),
      pod('ready'),
    ];
    const metrics = new Map(['deleting', 'failed', 'pending', 'ready'].map((name) => [name, metric(1)]));
    expect(groupPods(pods, metrics, rules)).toEqual({
      readyCount: 1,
      unready: ['pending'],
      missing: ['missing'],
      ignored: ['deleting', 'failed'],
    });
  });

  it.each([
    ['isReady', { isReady: undefined }],
    ['startSeconds', { startSeconds: undefined }],
    ['readyTransitionSeconds', { readyTransitionSeconds: undefined }],
  ])('do not count for CPU without %s, and do for other metrics', (_, unknown) => {
    const given = [pod('one', unknown)];
    const metrics = new Map([['one', metric(1)]]);
    expect(groupPods(given, metrics, rules)).toMatchObject({ readyCount: 0, unready: ['one'] });
    expect(groupPods(given, metrics, { ...rules, isCpu: false })).toMatchObject({ readyCount: 1, unready: [] });
  });
});

describe('what a count was worked out from', () => {
  const two = [pod('a'), pod('b')];

  it.each([
    ['all in sight', two, { a: 900, b: 900 }, { replicas: 4, because: 'ratio', countedPods: 2, guessedPods: 0 }],
    [
      'on target',
      two,
      { a: 500, b: 500 },
      { replicas: 2, because: 'inside-tolerance', countedPods: 2, guessedPods: 0 },
    ],
    ['a missing one', two, { a: 900 }, { replicas: 2, because: 'inside-tolerance', countedPods: 2, guessedPods: 1 }],
    [
      'a pending one, which is no guess on the way down',
      [...two, pod('c', { phase: 'Pending' })],
      { a: 100, b: 100 },
      { replicas: 1, because: 'ratio', countedPods: 2, guessedPods: 0 },
    ],
    [
      'a pending one on the way up',
      [...two, pod('c', { phase: 'Pending' })],
      { a: 900, b: 900 },
      { replicas: 4, because: 'ratio', countedPods: 3, guessedPods: 1 },
    ],
    [
      'a pending one exactly on target',
      [...two, pod('c', { phase: 'Pending' })],
      { a: 500, b: 500 },
      { replicas: 3, because: 'inside-tolerance', countedPods: 2, guessedPods: 0 },
    ],
  ])('%s', (_, pods, used, expected) => {
    expect(utilizationReplicas(scene(pods, used), cpu(50))).toMatchObject(expected);
  });

  it('without a guess follows the pods in sight, even against the direction of the ratio', () => {
    const three = ['a', 'b', 'c'].map((name) => pod(name));
    const found = utilizationReplicas(scene(three, { a: 1000, b: 1000, c: 1000 }, 10), cpu(50));
    expect(found).toMatchObject({ replicas: 6, because: 'ratio', countedPods: 3, guessedPods: 0 });
  });

  it('with guesses may come to the present count by the ratio', () => {
    // 67 % of 50 % over four pods is 5.36.
    const four = ['a', 'b', 'c', 'd'].map((name) => pod(name));
    const found = utilizationReplicas(scene(four, { a: 900, b: 900, c: 900 }, 6), cpu(50));
    expect(found).toMatchObject({ replicas: 6, because: 'ratio', countedPods: 4, guessedPods: 1 });
  });

  it('is reported as measured, without the guesses', () => {
    expect(utilizationReplicas(scene(two, { a: 905 }), cpu(50))).toMatchObject({
      reading: { utilizationPercent: 90 },
      averageMilli: 905n,
    });
    expect(averagePodReplicas(scene(two, { a: 900 }), { resource: undefined, targetMilli: 300n })).toMatchObject({
      replicas: 3,
      reading: { usageMilli: 900n },
      guessedPods: 1,
    });
  });

  it('on the way down a pod out of sight is on target for a plain value', () => {
    // (100 + 300) / 2 of 300 is 0.67 over two pods.
    const found = averagePodReplicas(scene(two, { a: 100 }), { resource: undefined, targetMilli: 300n });
    expect(found).toMatchObject({ replicas: 2, because: 'ratio', countedPods: 2, guessedPods: 1 });
  });
});

describe('a metric that cannot be used', () => {
  const whole = { valuesMilli: [5000n], targetMilli: 1000n, tolerance };

  it('has no value', () => {
    const none = { ...whole, valuesMilli: [] };
    expect(valueReplicas(none, { pods: [pod('a')], currentReplicas: 1 })).toEqual({ error: 'no-metrics' });
    expect(averageReplicas(none, 1)).toEqual({ error: 'no-metrics' });
  });

  it('has no pod to multiply, unless there is nothing to be done', () => {
    const found = (valuesMilli: bigint[]) => valueReplicas({ ...whole, valuesMilli }, { pods: [], currentReplicas: 3 });
    expect(found([5000n])).toEqual({ error: 'no-metrics-for-ready-pods' });
    expect(found([1000n])).toMatchObject({ replicas: 3, because: 'inside-tolerance' });
  });

  it.each([
    ['no pods at all', scene([], { a: 5 }), cpu(50), 'no-metrics-for-ready-pods'],
    ['no metrics at all', scene([pod('a')], {}), cpu(50), 'no-metrics'],
    ['metrics of other pods', scene([pod('a')], { z: 5 }), cpu(50), 'metrics-do-not-match-pods'],
    [
      'requests of nothing',
      scene([pod('a', { requestMilli: { app: 0n } })], { a: 5 }),
      cpu(50),
      'metrics-do-not-match-pods',
    ],
    ['a container that is not there', scene([pod('a')], { a: 5 }), cpu(50, 'web'), 'missing-resource-request'],
    ['no containers', scene([pod('a', { requestMilli: {} })], { a: 5 }), cpu(50), 'missing-resource-request'],
  ])('%s', (_, given, target, error) => {
    expect(utilizationReplicas(given, target)).toEqual({ error });
  });

  it('needs the request of the container that it looks at, and of no other', () => {
    const given = scene([pod('a', { requestMilli: { app: 1000n, sidecar: 9000n } })], { a: 1000 });
    expect(utilizationReplicas(given, cpu(50, 'app'))).toMatchObject({ reading: { utilizationPercent: 100 } });
    expect(utilizationReplicas(given, cpu(50))).toMatchObject({ reading: { utilizationPercent: 10 } });
  });
});

describe('one sync', () => {
  const asks = (replicas: number) =>
    ({ replicas, reading: { usageMilli: 0n }, because: 'ratio', countedPods: 1, guessedPods: 0 }) as const;
  const base = { nowSeconds: NOW, maxReplicas: 10, behavior: undefined, flags: defaultFlags };
  const readMetrics = () => [asks(4), asks(7), asks(7)];

  it('names the first of the metrics that ask for most', () => {
    const found = reconcile({ ...base, minReplicas: 2, currentReplicas: 5, readMetrics }, emptyMemory);
    expect(found).toMatchObject({ replicas: 7, verdict: { step: 'metrics', metric: 1 } });
  });

  it('at 0 replicas wakes only what it took there itself, and only where min is 0', () => {
    const step = (minReplicas: number, hasScaledToZero: boolean) =>
      reconcile({ ...base, minReplicas, currentReplicas: 0, readMetrics }, { ...emptyMemory, hasScaledToZero }).verdict
        .step;
    expect([step(0, true), step(2, true), step(2, false)]).toEqual(['metrics', 'off', 'off']);
  });
});

describe('quantities', () => {
  it.each([
    [Number.NaN, 0n],
    [Number.POSITIVE_INFINITY, INT64_MAX],
    [Number.NEGATIVE_INFINITY, -INT64_MAX - 1n],
    [1e300, INT64_MAX],
    [-1e300, -INT64_MAX - 1n],
    [2.5, 3n],
    [2.4, 2n],
  ])('of %d thousandths are %i', (thousandths, milli) => {
    expect(toMilli(thousandths)).toBe(milli);
  });

  it('stop at both ends of int64, and their sum at each step', () => {
    expect([INT64_MAX + 1n, -INT64_MAX - 2n, 7n].map(saturateInt64)).toEqual([INT64_MAX, -INT64_MAX - 1n, 7n]);
    expect(sumMilli([INT64_MAX, 5n, -5n])).toBe(INT64_MAX - 5n);
    expect(sumMilli([])).toBe(0n);
  });
});
