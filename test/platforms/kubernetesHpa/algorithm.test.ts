import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultFlags } from '../../../src/platforms/kubernetesHpa/controllerFlags.js';
import { groupPods } from '../../../src/platforms/kubernetesHpa/groupPods.js';
import { limitLegacy, limitWithBehavior } from '../../../src/platforms/kubernetesHpa/limits.js';
import {
  averagePodReplicas,
  type PodScene,
  utilizationReplicas,
} from '../../../src/platforms/kubernetesHpa/perPodMetric.js';
import type { Pod, PodMetric } from '../../../src/platforms/kubernetesHpa/pod.js';
import { rateLimit } from '../../../src/platforms/kubernetesHpa/rateLimit.js';
import { emptyMemory, reconcile } from '../../../src/platforms/kubernetesHpa/reconcile.js';
import { type ScaleEvent, storeEvent } from '../../../src/platforms/kubernetesHpa/scaleEvents.js';
import { completeRules, type ScalingPolicy } from '../../../src/platforms/kubernetesHpa/scalingRules.js';
import { stabilizeLegacy, stabilizeWithBehavior } from '../../../src/platforms/kubernetesHpa/stabilization.js';
import { isWithinTolerance } from '../../../src/platforms/kubernetesHpa/usageRatio.js';
import { averageReplicas, valueReplicas } from '../../../src/platforms/kubernetesHpa/wholeMetric.js';

const NOW = 100_000;

interface PodCase {
  /** Thousandths; undefined for a pod without a metric. */
  readonly milli: number | undefined;
  readonly kind?: 'ready' | 'pending' | 'deleting';
}

/** Pods that request 1000m each, started long ago. */
function scene(pods: readonly PodCase[], currentReplicas = pods.length): PodScene {
  const metrics = new Map<string, PodMetric>();
  const list = pods.map(({ milli, kind = 'ready' }, index): Pod => {
    const name = `pod-${index}`;
    if (milli !== undefined) {
      metrics.set(name, { valueMilli: BigInt(milli), timestampSeconds: NOW, windowSeconds: 60 });
    }
    return {
      name,
      phase: kind === 'pending' ? 'Pending' : 'Running',
      isDeleting: kind === 'deleting',
      isReady: kind !== 'pending',
      readyTransitionSeconds: 10,
      startSeconds: 0,
      requestMilli: { app: 1000n },
    };
  });
  const tolerance = { upRatio: 0.1, downRatio: 0.1 };
  return { nowSeconds: NOW, currentReplicas, pods: list, metrics, tolerance, flags: defaultFlags };
}

const cpu = (targetPercent: number) => ({ resource: 'cpu', container: undefined, targetPercent }) as const;
const countOf = (result: object) => ('replicas' in result ? result.replicas : result);
const used = (...values: (number | undefined)[]): PodCase[] => values.map((milli) => ({ milli }));
const pending: PodCase = { milli: undefined, kind: 'pending' };

describe('tolerance', () => {
  it('holds on both of its bounds and not beyond', () => {
    const tolerance = { upRatio: 0.1, downRatio: 0.2 };
    expect([0.8, 1, 1.1].map((ratio) => isWithinTolerance(ratio, tolerance))).toEqual([true, true, true]);
    expect([0.79999, 1.10001].map((ratio) => isWithinTolerance(ratio, tolerance))).toEqual([false, false]);
  });

  it('of zero acts on every deviation', () => {
    const exact = { upRatio: 0, downRatio: 0 };
    expect([0.999, 1, 1.001].map((ratio) => isWithinTolerance(ratio, exact))).toEqual([false, true, false]);
  });

  it.each([
    // 66 / 60 is 1.1, the bound itself; one percent more acts.
    [660, 10],
    [670, 12],
    // 54 / 60 is 0.9, the bound itself; one percent less acts.
    [540, 10],
    [530, 9],
    // An integer percentage: 66.9 % counts as 66 %.
    [669, 10],
  ])('at 60 %% and 10 pods, %im each gives %i', (milli, expected) => {
    expect(countOf(utilizationReplicas(scene(used(...Array(10).fill(milli))), cpu(60)))).toBe(expected);
  });
});

describe('pods out of sight', () => {
  it.each<[string, PodCase[], number, number]>([
    // 3 x 100 % of 50 % is ratio 2 -> 6; the missing pod as 0: 75 % over 4 pods -> 1.5 x 4.
    ['a missing pod counts as idle on the way up', used(1000, 1000, 1000, undefined), 50, 6],
    // 70 % of 50 % is 1.4; the missing pod as idle: 52 % over 4 pods is inside the tolerance.
    ['a missing pod counts as idle even where that ends the growth', used(700, 700, 700, undefined), 50, 4],
    // 2 x 100 % of 80 % is 1.25 -> 3; with two missing as 0: 50 % -> the direction turns, so it stays.
    ['missing pods as idle keep the count where they turn it', used(1000, 1000, undefined, undefined), 80, 4],
    // 2 x 10 % of 50 %; missing as 100 %: 40 % over 3 pods -> 0.8 x 3 = 2.4.
    ['a missing pod counts as fully used on the way down', used(100, 100, undefined), 50, 3],
    ['a missing pod counts as on target where the target is above 100 %', used(500, 500, undefined), 200, 2],
    // 50 % of 50 % exactly: nothing is filled in.
    ['missing pods stay out when the ratio is 1', used(500, 500, undefined), 50, 3],
    // 10 % of 50 % over 2 ready; pending ones are not added: ceil(0.2 x 2) = 1.
    ['unready pods do not count on the way down', [...used(100, 100), pending], 50, 1],
    // missing as 100 %: (100 + 100 + 1000) / 3 = 40 % -> ceil(0.8 x 3) = 3, the pending pod is not in the 3.
    ['unready pods do not count on the way down with missing pods', [...used(100, 100, undefined), pending], 50, 3],
    // 90 % of 50 % is 1.8; with the pending one as 0: 60 % over 3 -> ceil(1.2 x 3) = 4.
    ['unready pods count as idle on the way up', [...used(900, 900), pending], 50, 4],
    ['deleting pods are not there', [...used(900, 900), { milli: 0, kind: 'deleting' }], 50, 4],
  ])('%s', (_, pods, target, expected) => {
    expect(countOf(utilizationReplicas(scene(pods), cpu(target)))).toBe(expected);
  });

  it.each<[string, PodCase[], number]>([
    // 100 % of 50 %; the pending one as idle: 75 % over 4 pods asks for 6, although it is to grow from 10.
    ['up', [...used(1000, 1000, 1000), pending], 10],
    // 10 % of 50 %; the missing one as fully used: 19 % over 10 pods asks for 4, although it is to shrink from 2.
    ['down', used(...Array(9).fill(100), undefined), 2],
  ])(
    'keep the count where the pods are so many others than asked for that it would go against the ratio: %s',
    (_, pods, current) => {
      expect(utilizationReplicas(scene(pods, current), cpu(50))).toMatchObject({
        replicas: current,
        because: 'guesses-turn-it',
      });
    },
  );

  it('never makes a change larger than the pods in sight do', () => {
    const podCase = fc.record({
      milli: fc.option(fc.integer({ min: 0, max: 3000 }), { nil: undefined }),
      kind: fc.constantFrom('ready' as const, 'pending' as const),
    });
    fc.assert(
      fc.property(
        fc.array(podCase, { minLength: 1, maxLength: 12 }),
        fc.integer({ min: 10, max: 150 }),
        (pods, target) => {
          const all = utilizationReplicas(scene(pods), cpu(target));
          const seen = pods.filter(({ milli, kind }) => milli !== undefined && kind === 'ready');
          fc.pre('replicas' in all && seen.length > 0);
          const alone = utilizationReplicas(scene(seen, pods.length), cpu(target));
          if (!('replicas' in all) || !('replicas' in alone)) throw new Error('both can be read');
          // Both drop the fraction of a percent, of different means.
          const slack = Math.ceil(pods.length / target);
          if (alone.replicas > pods.length) expect(all.replicas).toBeLessThanOrEqual(alone.replicas + slack);
          if (all.replicas < pods.length) expect(all.replicas).toBeGreaterThanOrEqual(alone.replicas - slack);
        },
      ),
      { seed: 1 },
    );
  });

  it('are an error where none is left, each told apart', () => {
    const noRequest = scene(used(500));
    const bare = { ...noRequest, pods: noRequest.pods.map((pod) => ({ ...pod, requestMilli: {} })) };
    expect(utilizationReplicas(scene(used(undefined)), cpu(50))).toEqual({ error: 'no-metrics' });
    expect(utilizationReplicas(scene([{ milli: 5, kind: 'deleting' }]), cpu(50))).toEqual({
      error: 'no-metrics-for-ready-pods',
    });
    expect(utilizationReplicas(bare, cpu(50))).toEqual({ error: 'missing-resource-request' });
    expect(averagePodReplicas(bare, { resource: 'cpu', targetMilli: 250n })).toMatchObject({ replicas: 2 });
  });
});

describe('CPU of young pods', () => {
  const young = (isReady: boolean, metricAge: number, readyAge: number) => {
    const base = scene(used(1000));
    const [pod] = base.pods;
    const started = { ...pod, isReady, startSeconds: NOW - 200, readyTransitionSeconds: NOW - readyAge };
    const metric = { valueMilli: 1000n, timestampSeconds: NOW - metricAge, windowSeconds: 60 };
    return { ...base, pods: [started], metrics: new Map([['pod-0', metric]]) };
  };

  it.each([
    ['a window that begins when it became ready counts', young(true, 0, 60), 2],
    ['a window that began before it was ready does not', young(true, 1, 60), { error: 'no-metrics-for-ready-pods' }],
    ['an unready one does not', young(false, 0, 100), { error: 'no-metrics-for-ready-pods' }],
  ])('%s', (_, given, expected) => {
    expect(countOf(utilizationReplicas(given, cpu(50)))).toEqual(expected);
  });

  it('is past its initialization at exactly that age, and then has been ready once by exactly the delay', () => {
    const groupOf = (startAge: number, readyAge: number) => {
      const { pods, metrics } = young(false, 0, readyAge);
      const [pod] = pods;
      const rules = { ...defaultFlags, nowSeconds: NOW, isCpu: true };
      return groupPods([{ ...pod, startSeconds: NOW - startAge }], metrics, rules).readyCount;
    };
    expect([groupOf(299, 269), groupOf(300, 270), groupOf(300, 271)]).toEqual([0, 1, 0]);
  });

  it('is of no concern to memory', () => {
    expect(countOf(utilizationReplicas(young(false, 0, 100), { ...cpu(50), resource: 'memory' }))).toBe(2);
  });
});

describe('whole metrics', () => {
  const tolerance = { upRatio: 0.1, downRatio: 0.1 };
  const whole = (value: bigint, target: bigint) => ({ valuesMilli: [value], targetMilli: target, tolerance });

  it('wake a service at 0 replicas without any tolerance', () => {
    expect(countOf(valueReplicas(whole(1n, 1000n), { pods: [], currentReplicas: 0 }))).toBe(1);
    expect(countOf(averageReplicas(whole(1n, 1000n), 0))).toBe(1);
    expect(countOf(averageReplicas(whole(0n, 1000n), 0))).toBe(0);
  });

  it('multiply the ready pods, not the present count', () => {
    const { pods } = scene([...used(0, 0), pending]);
    expect(countOf(valueReplicas(whole(2000n, 1000n), { pods, currentReplicas: 3 }))).toBe(4);
  });

  it('add up their series and stop at the largest integer', () => {
    const valuesMilli = [2n ** 63n - 1n, 2n ** 63n - 1n];
    const result = averageReplicas({ valuesMilli, targetMilli: 1n, tolerance }, 1);
    expect(result).toMatchObject({ replicas: 2 ** 31 - 1, reading: { usageMilli: 2n ** 63n - 1n } });
  });
});

const noEvents = { nowSeconds: NOW, upEvents: [], downEvents: [] };
const percent = (value: number, periodSeconds = 60): ScalingPolicy => ({ type: 'Percent', value, periodSeconds });
const pods = (value: number, periodSeconds = 60): ScalingPolicy => ({ type: 'Pods', value, periodSeconds });

describe('rates', () => {
  it.each([
    // 5 x 0.9 is 4.5, cut to 4: one whole pod of five.
    ['down' as const, [percent(10)], 5, 4],
    // 3 x (1 - 1.5) is -1.5, cut toward zero.
    ['down' as const, [percent(150)], 3, -1],
    ['down' as const, [pods(5)], 3, -2],
    ['up' as const, [percent(10)], 1, 2],
    // In doubles 1 + 10 / 100 is a little more than 1.1, and the controller rounds that up too.
    ['up' as const, [percent(10)], 100, 111],
    ['up' as const, [pods(4), percent(100)], 3, 7],
    ['up' as const, [pods(4), percent(100)], 10, 20],
    ['up' as const, [pods(2 ** 31 - 1)], 10, 2 ** 31 - 1],
  ])('%s with %j from %i allows %i', (direction, policies, currentReplicas, limit) => {
    const rules = completeRules(direction, { policies });
    expect(rateLimit(direction, rules, { ...noEvents, currentReplicas }).limit).toBe(limit);
  });

  it('look back at changes of both directions, and not at those of exactly the period', () => {
    const event = (changeCount: number, ageSeconds: number): ScaleEvent => {
      return { changeCount, timeSeconds: NOW - ageSeconds, isOutdated: false };
    };
    const upEvents = [event(4, 59), event(100, 60)];
    const scene = { nowSeconds: NOW, currentReplicas: 6, upEvents, downEvents: [event(2, 10)] };
    expect(rateLimit('up', completeRules('up', { policies: [percent(300)] }), scene).limit).toBe(16);
  });

  it('hold the count, and never move it back, when the room is used up', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 50 }),
        fc.integer({ min: 0, max: 50 }),
        fc.integer({ min: -60, max: 60 }),
        (current, desired, limit) => {
          const move = { currentReplicas: current, desiredReplicas: desired, minReplicas: 1, maxReplicas: 50 };
          const { replicas } = limitWithBehavior(move, () => ({ limit, policy: undefined }));
          if (desired >= current) expect(replicas).toBeGreaterThanOrEqual(current);
          if (desired <= current) expect(replicas).toBeLessThanOrEqual(current);
        },
      ),
      { seed: 2 },
    );
  });

  it('without behavior are twice the count or 4', () => {
    const move = { desiredReplicas: 100, minReplicas: 1, maxReplicas: 50 };
    const counts = [1, 2, 3, 25, 40].map((currentReplicas) =>
      limitLegacy({ ...move, currentReplicas }, defaultFlags.legacyScaleUp),
    );
    expect(counts.map(({ replicas }) => replicas)).toEqual([4, 4, 6, 50, 50]);
    expect(counts.map(({ reason }) => reason)).toEqual([
      'ScaleUpLimit',
      'ScaleUpLimit',
      'ScaleUpLimit',
      'TooManyReplicas',
      'TooManyReplicas',
    ]);
  });
});

describe('slots that are used again', () => {
  const entry = (replicas: number, ageSeconds: number) => ({ replicas, timeSeconds: NOW - ageSeconds });
  const proposal = entry(1, 0);

  it('are the last stale one of a log, not the oldest', () => {
    const log = [entry(7, 900), entry(8, 400), entry(9, 301), entry(2, 10)];
    expect(stabilizeLegacy(log, proposal, 300).log.map(({ replicas }) => replicas)).toEqual([7, 8, 1, 2]);
    const windows = { currentReplicas: 2, upSeconds: 350, downSeconds: 300 };
    expect(stabilizeWithBehavior(log, proposal, windows).log.map(({ replicas }) => replicas)).toEqual([7, 1, 9, 2]);
  });

  it('are the last outdated one of the events, not the oldest', () => {
    const event = (changeCount: number, ageSeconds: number) => ({
      changeCount,
      timeSeconds: NOW - ageSeconds,
      isOutdated: false,
    });
    const stored = storeEvent([event(1, 200), event(2, 90), event(3, 10)], [pods(1, 60)], {
      changeCount: 9,
      nowSeconds: NOW,
    });
    expect(stored.map(({ changeCount, isOutdated }) => [changeCount, isOutdated])).toEqual([
      [1, true],
      [9, false],
      [3, false],
    ]);
  });

  it('are not those of events at exactly the longest period', () => {
    const event = { changeCount: 1, timeSeconds: NOW - 60, isOutdated: false };
    const stored = storeEvent([event], [pods(1, 30), pods(1, 60)], { changeCount: 9, nowSeconds: NOW });
    expect(stored).toEqual([event, { changeCount: 9, timeSeconds: NOW, isOutdated: false }]);
  });

  it('at exactly the age of the window count without behavior, and not with it', () => {
    const log = [entry(5, 300)];
    expect(stabilizeLegacy(log, proposal, 300).replicas).toBe(5);
    expect(stabilizeWithBehavior(log, proposal, { currentReplicas: 5, upSeconds: 0, downSeconds: 300 }).replicas).toBe(
      1,
    );
  });

  it('keep a log no longer than its window', () => {
    let log: ReturnType<typeof stabilizeLegacy>['log'] = [];
    for (let sync = 0; sync < 500; sync++) log = stabilizeLegacy(log, { replicas: 1, timeSeconds: 15 * sync }, 300).log;
    expect(log.length).toBe(300 / 15 + 2 - 1);
  });
});

describe('one sync', () => {
  const base = { nowSeconds: NOW, minReplicas: 2, maxReplicas: 10, behavior: undefined, flags: defaultFlags };
  const asks = (...counts: (number | 'failed')[]) =>
    counts.map((replicas) =>
      replicas === 'failed'
        ? ({ error: 'no-metrics' } as const)
        : ({ replicas, reading: { usageMilli: 0n }, because: 'ratio', countedPods: 1, guessedPods: 0 } as const),
    );
  const sync = (currentReplicas: number, ...counts: (number | 'failed')[]) =>
    reconcile({ ...base, currentReplicas, readMetrics: () => asks(...counts) }, { ...emptyMemory, log: [] });

  it.each([
    ['is off at 0 replicas', 0, [5], 0, 'off'],
    ['brings a count above max back at once', 30, [30], 10, 'above-max'],
    ['brings a count below min back at once', 1, [9], 2, 'below-min'],
    ['takes the largest proposal', 4, [3, 7, 5], 7, 'metrics'],
    ['holds when all metrics fail', 4, ['failed', 'failed'], 4, 'all-failed'],
    ['holds when one fails and the rest would shrink', 4, [3, 'failed'], 4, 'some-failed'],
    ['grows when one fails and the rest would grow', 4, ['failed', 6], 6, 'metrics'],
    ['goes on when one fails and the rest would stay', 4, ['failed', 4], 4, 'metrics'],
  ] as const)('%s', (_, current, counts, expected, step) => {
    const { replicas, verdict } = sync(current, ...counts);
    expect([replicas, verdict.step]).toEqual([expected, step]);
  });

  it('of a fresh controller cannot shrink', () => {
    const scene = { ...base, currentReplicas: 8, readMetrics: () => asks(3) };
    expect(reconcile(scene, emptyMemory).replicas).toBe(8);
    expect(sync(8, 3).replicas).toBe(3);
  });

  it('stays within min and max whatever the metrics ask for', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: -5, max: 2 ** 31 - 1 }),
        fc.boolean(),
        (current, asked, hasBehavior) => {
          const behavior = hasBehavior ? { up: completeRules('up'), down: completeRules('down') } : undefined;
          const { replicas } = reconcile(
            { ...base, behavior, currentReplicas: current, readMetrics: () => asks(asked) },
            emptyMemory,
          );
          expect(replicas).toBeGreaterThanOrEqual(2);
          expect(replicas).toBeLessThanOrEqual(10);
        },
      ),
      { seed: 3 },
    );
  });

  it('remembers changes only where there is behavior to look at them', () => {
    const behavior = { up: completeRules('up'), down: completeRules('down') };
    const scene = { ...base, currentReplicas: 4, readMetrics: () => asks(7) };
    expect(reconcile(scene, emptyMemory).memory.upEvents).toEqual([]);
    expect(reconcile({ ...scene, behavior }, emptyMemory).memory.upEvents).toEqual([
      { changeCount: 3, timeSeconds: NOW, isOutdated: false },
    ]);
  });
});
