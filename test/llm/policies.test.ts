import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadPolicy } from '../../src/platforms/loadPolicy.js';
import { resolveCandidates } from '../../src/policy/candidates.js';
import type { InstanceObservation, MetricValues } from '../../src/policy/observation.js';
import type { LoadedPolicy } from '../../src/policy/policy.js';
import { FakeHost, runPolicy } from '../policy/fakeHost.js';

const folder = fileURLToPath(new URL('../../policies/llm/', import.meta.url));
/** Routers, which the test of their scenario plays. */
const routers = ['cost-cap.lua'];
const files = readdirSync(folder).filter((name) => /\.(lua|ts)$/.test(name) && !routers.includes(name));

const policies = new Map<string, LoadedPolicy>();

beforeAll(async () => {
  const texts = [
    ...files,
    'queue-per-replica.lua?least=3',
    'ray-serve.lua?upscalingFactor=0.5',
    'aibrix-apa.lua?target=0.25',
  ];
  for (const { name, bindings } of await resolveCandidates({ texts, baseFolder: folder })) {
    const policy = loadPolicy(bindings['*']);
    if (policy !== undefined) policies.set(name, policy);
  }
});

function start(name: string): LoadedPolicy {
  const policy = policies.get(name);
  if (policy === undefined) throw new Error(`no policy ${name} of ${[...policies.keys()]}`);
  return policy;
}

it.each([...files, ...routers])('%s says what it does and fits on a page', (name) => {
  const lines = readFileSync(join(folder, name), 'utf8').split('\n');
  expect(lines[0]).toMatch(/^(--|\/\/) .{40,}/);
  expect(lines[1]).toMatch(/Use it/);
  expect(lines.length).toBeLessThan(60);
});

/** What stands after so many seconds of the same metrics. */
function standsAfter(
  seconds: number,
  name: string,
  initialCount: number,
  metrics: MetricValues,
  startingCount = 0,
): number {
  const host = new FakeHost({ initialCount, metrics: () => metrics });
  host.startingCount = startingCount;
  runPolicy(start(name), host, seconds);
  return host.observe().instances.desired;
}

const without = (name: string) => name !== 'ray-serve' && name !== 'wva-saturation';

it.each(files.map((name) => name.replace(/\.\w+$/, '')).filter(without))(
  '%s does nothing without its metrics',
  (name) => {
    const host = new FakeHost({ initialCount: 4, metrics: () => ({ gpu_utilization: 1 }) });
    runPolicy(start(name), host, 1_200);
    expect(host.actions).toEqual([]);
  },
);

describe('queue-per-replica', () => {
  it.each([
    { about: 'a replica for each five', waiting: 12, count: 2, expected: 3 },
    { about: 'at most twice what is ready', waiting: 100, count: 2, expected: 4 },
    { about: 'no more for a short queue', waiting: 3, count: 2, expected: 2 },
    { about: 'never fewer while any wait', waiting: 1, count: 6, expected: 6 },
    { about: 'no more for what is on its way', waiting: 12, count: 4, starting: 2, expected: 4 },
  ])('$about', ({ waiting, count, starting = 0, expected }) => {
    expect(
      standsAfter(15, 'queue-per-replica', count, { requests_waiting: waiting, kv_utilization: 0.9 }, starting),
    ).toBe(expected);
  });

  it('begins with its least', () => {
    expect(standsAfter(15, 'queue-per-replica?least=3', 1, { requests_waiting: 0, kv_utilization: 0 })).toBe(3);
  });

  it('gives one back after each quiet span, as long as the memory of the others holds it', () => {
    const quiet = (seconds: number, kv: number) =>
      standsAfter(seconds, 'queue-per-replica', 3, { requests_waiting: 0, kv_utilization: kv });
    expect([285, 330, 645].map((seconds) => quiet(seconds, 0.2))).toEqual([3, 2, 1]);
    // Three that hold 40 % are two that hold 60 %.
    expect(quiet(3_600, 0.4)).toBe(3);
  });
});

describe('kv-target', () => {
  it.each([
    { about: 'in proportion', kv: 0.6, waiting: 0, count: 2, expected: 3 },
    { about: 'with what waits as if it were inside', kv: 0.9, waiting: 4, count: 5, expected: 16 / 2 + 2 },
    { about: 'nothing within the tolerance', kv: 0.43, waiting: 0, count: 2, expected: 2 },
    { about: 'nothing for what is on its way', kv: 0.6, waiting: 0, count: 4, starting: 2, expected: 4 },
  ])('adds $about', ({ kv, waiting, count, starting = 0, expected }) => {
    const metrics = { kv_utilization: kv, requests_running: 10, requests_waiting: waiting };
    expect(standsAfter(15, 'kv-target', count, metrics, starting)).toBe(expected);
  });

  it('gives one back after each span in which fewer would do', () => {
    const metrics = { kv_utilization: 0.17, requests_running: 4, requests_waiting: 0 };
    // Of 0.4 less a tenth: three that hold 17 % are two that hold 25 %, two are one that holds 34 %.
    expect([285, 330, 645, 3_600].map((seconds) => standsAfter(seconds, 'kv-target', 3, metrics))).toEqual([
      3, 2, 1, 1,
    ]);
    expect(standsAfter(3_600, 'kv-target', 2, { ...metrics, kv_utilization: 0.19 })).toBe(2);
  });
});

type Use = readonly [kv: number, queue: number];
const replicas = (uses: readonly Use[]): InstanceObservation[] =>
  uses.map(([kv, queue], index) => ({
    id: `chat-${index}`,
    phase: 'ready',
    startedAt: 0,
    metrics: { kv_utilization: kv, requests_waiting: queue },
  }));

describe('wva-saturation', () => {
  const decided = (uses: readonly Use[], startingCount = 0) => {
    const host = new FakeHost({ initialCount: uses.length + startingCount, perInstance: replicas(uses) });
    host.startingCount = startingCount;
    runPolicy(start('wva-saturation'), host, 60);
    return host.observe().instances.desired;
  };
  const cases: { about: string; uses: Use[]; expected: number }[] = [
    {
      about: 'up by one where spare memory is below 0.1',
      uses: [
        [0.7, 0],
        [0.75, 0],
      ],
      expected: 3,
    },
    {
      about: 'up by one where the spare queue is below 3',
      uses: [
        [0.2, 2],
        [0.2, 3],
      ],
      expected: 3,
    },
    {
      about: 'up by one where all are saturated',
      uses: [
        [0.9, 0],
        [0.1, 9],
      ],
      expected: 3,
    },
    {
      about: 'down by one where the spare still suffices',
      uses: [
        [0.2, 0],
        [0.2, 0],
        [0.2, 0],
      ],
      expected: 2,
    },
    {
      about: 'not down where the others would hold too much',
      uses: [
        [0.45, 0],
        [0.45, 0],
      ],
      expected: 2,
    },
    {
      about: 'not down where the others would have too long queues',
      uses: [
        [0.1, 2],
        [0.1, 1],
      ],
      expected: 2,
    },
    { about: 'never down from one', uses: [[0, 0]], expected: 1 },
    {
      about: 'without the saturated ones in the mean',
      uses: [
        [0.95, 20],
        [0.3, 0],
        [0.3, 0],
      ],
      expected: 2,
    },
  ];
  it.each(cases)('goes $about', ({ uses, expected }) => {
    expect(decided(uses)).toBe(expected);
  });

  it('asks for nothing while replicas are on their way', () => {
    expect(decided([[0.9, 9]], 1)).toBe(2);
  });

  it('goes by the peak of a minute', () => {
    const decidedWithPeakAt = (peak: number) => {
      const host: FakeHost = new FakeHost({
        initialCount: 1,
        get perInstance() {
          return replicas([[host.timeSeconds === peak ? 0.95 : 0.1, 0]]);
        },
      });
      runPolicy(start('wva-saturation'), host, 75);
      return host.actions.map(({ timeSeconds, decision }) => `${timeSeconds}: ${decision.desired}`);
    };
    // Decisions are a minute apart.
    expect(decidedWithPeakAt(45)).toEqual(['15: 1', '75: 2']);
    expect(decidedWithPeakAt(Number.NaN)).toEqual(['15: 1', '75: 1']);
  });
});

/** A host of which a metric has always been the same. */
const steady = (initialCount: number, value: (name: string) => number, minCount = 1) =>
  new FakeHost({
    initialCount,
    minCount,
    metrics: () => ({ kv_utilization: value('kv_utilization') }),
    history: (name) => [
      [0, value(name)],
      [15, value(name)],
    ],
  });

describe('aibrix-apa', () => {
  it.each([
    { use: 0.54, expected: 4 },
    { use: 0.6, expected: 5 },
    { use: 1, expected: 8 },
  ])('goes to $expected of 4 at once at a use of $use, target 0.5', ({ use, expected }) => {
    const host = steady(4, () => use);
    runPolicy(start('aibrix-apa'), host, 15);
    expect(host.observe().instances.desired).toBe(expected);
  });

  it('never more than doubles', () => {
    const host = steady(4, () => 0.9);
    runPolicy(start('aibrix-apa?target=0.25'), host, 15);
    expect(host.observe().instances.desired).toBe(8);
  });

  it.each([
    { use: 0.46, expected: 4 },
    { use: 0.3, expected: 3 },
    { use: 0.1, expected: 2 },
  ])('goes to $expected of 4 at a use of $use, after 300 s', ({ use, expected }) => {
    const host = steady(4, () => use);
    runPolicy(start('aibrix-apa'), host, 300);
    expect(host.observe().instances.desired).toBe(4);
    runPolicy(
      start('aibrix-apa'),
      steady(4, () => use),
      330,
    );
    const later = steady(4, () => use);
    runPolicy(start('aibrix-apa'), later, 330);
    expect(later.observe().instances.desired).toBe(expected);
  });

  it('is the formula, whatever the use', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 0, max: 100 }), (count, percent) => {
        const host = steady(count, () => percent / 100);
        runPolicy(start('aibrix-apa'), host, 15);
        const ratio = percent / 50;
        const wish = Math.min(Math.ceil(count * (percent / 100 / 0.5)), 2 * count);
        expect(host.observe().instances.desired).toBe(ratio > 1.1 + 1e-9 ? wish : count);
      }),
      { seed: 1, numRuns: 100 },
    );
  });
});

describe('ray-serve', () => {
  const ongoing = (count: number, requests: number, minCount?: number) =>
    steady(count, (name) => (name === 'in_flight' ? requests - 1 : 1), minCount);
  it.each([
    { requests: 12, name: 'ray-serve', at: 40, to: 6 },
    { requests: 12, name: 'ray-serve?upscalingFactor=0.5', at: 40, to: 5 },
    { requests: 4, name: 'ray-serve', at: 610, to: 2 },
    { requests: 1, name: 'ray-serve', at: 610, to: 1 },
  ])(
    '$name goes from 4 to $to for $requests requests at $at s: target 2, once its delay is over',
    ({ requests, name, at, to }) => {
      const host = ongoing(4, requests);
      const changes: [number, number][] = [];
      const runner = start(name).start(host);
      while (runner.nextWakeSeconds <= 700) {
        host.timeSeconds = runner.nextWakeSeconds;
        runner.wake();
        const { desired } = host.observe().instances;
        if (desired !== 4) changes.push([host.timeSeconds, desired]);
      }
      expect(changes[0]).toEqual([at, to]);
    },
  );

  it('forgets a wish that lasts for less than its delay', () => {
    const host: FakeHost = new FakeHost({
      initialCount: 4,
      history: (name) => [[0, name === 'in_flight' && host.timeSeconds % 60 < 30 ? 40 : 4]],
    });
    runPolicy(start('ray-serve'), host, 600);
    expect(host.observe().instances.desired).toBe(4);
  });
});

describe('slo-ttft', () => {
  it.each([
    { about: 'adds a quarter where TTFT is near its limit', ttft: 0.45, itl: 0.01, count: 8, expected: 10 },
    { about: 'adds at least one', ttft: 0.45, itl: 0.01, count: 1, expected: 2 },
    { about: 'adds where ITL is', ttft: 0.1, itl: 0.045, count: 4, expected: 5 },
    { about: 'holds between ease and limit', ttft: 0.3, itl: 0.01, count: 4, expected: 4 },
    { about: 'waits for what is on its way', ttft: 9, itl: 0.01, count: 4, starting: 1, expected: 4 },
  ])('$about', ({ ttft, itl, count, starting = 0, expected }) => {
    expect(standsAfter(15, 'slo-ttft', count, { ttft_p95_seconds: ttft, itl_p95_seconds: itl }, starting)).toBe(
      expected,
    );
  });

  it('gives one back after each span of ease', () => {
    const ease = { ttft_p95_seconds: 0.1, itl_p95_seconds: 0.01 };
    expect([285, 330, 645, 3_600].map((seconds) => standsAfter(seconds, 'slo-ttft', 3, ease))).toEqual([3, 2, 1, 1]);
    expect(standsAfter(3_600, 'slo-ttft', 3, { ...ease, ttft_p95_seconds: 0.25 })).toBe(3);
  });
});

describe('quality-router', () => {
  const sentAfter = (minutes: number, quality_ratio: number) => {
    const host = new FakeHost({ serviceNames: ['chat-small', 'chat-large'], metrics: () => ({ quality_ratio }) });
    runPolicy(start('quality-router'), host, 60 * minutes);
    return host.actions.at(-1)?.decision.weights;
  };

  it.each([
    { about: 'sends a tenth more to the large one each minute', minutes: 3, quality: 0.7, large: 30 },
    { about: 'all at last', minutes: 30, quality: 0.7, large: 100 },
    { about: 'none while the small one is good enough', minutes: 10, quality: 0.9, large: 0 },
    { about: 'stays within the slack', minutes: 10, quality: 0.82, large: 0 },
  ])('$about', ({ minutes, quality, large }) => {
    expect(sentAfter(minutes, quality)).toEqual({ 'chat-small': 100 - large, 'chat-large': large });
  });
});
