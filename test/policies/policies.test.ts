import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadPolicy } from '../../src/platforms/loadPolicy.js';
import { resolveCandidates } from '../../src/policy/candidates.js';
import type { LoadedPolicy } from '../../src/policy/policy.js';
import { FakeHost, runPolicy } from '../policy/fakeHost.js';
import { LoadedHost } from './loadedHost.js';

const folder = fileURLToPath(new URL('../../policies/', import.meta.url));
const filesIn = (subfolder: string) =>
  readdirSync(join(folder, subfolder))
    .filter((name) => /\.(lua|ts)$/.test(name))
    .map((name) => join(subfolder, name))
    .sort();
const files = [...filesIn(''), ...filesIn('control')];

const policies = new Map<string, LoadedPolicy>();

beforeAll(async () => {
  for (const candidate of await resolveCandidates({ texts: files, baseFolder: folder })) {
    const policy = loadPolicy(candidate.bindings['*']);
    if (policy !== undefined) policies.set(candidate.name, policy);
  }
});

function start(name: string): LoadedPolicy {
  const policy = policies.get(name);
  if (policy === undefined) throw new Error(`no policy ${name}`);
  return policy;
}

const control = ['pid', 'ewma', 'holt-winters', 'token-bucket'];
const reactive = ['article-cpu', 'target-cpu', 'step-scaling', 'queue-per-instance', 'predictive', ...control];

it('is tested here by name', () => {
  expect([...policies.keys()].sort()).toEqual([...reactive, 'article', 'context-aware', 'scheduled'].sort());
});

describe.each(reactive)('%s', (name) => {
  it('asks for more when the load rises', () => {
    const host = new LoadedHost((time) => (time < 300 ? 150 : 900), 4);
    runPolicy(start(name), host, 3_600);
    const { desired } = host.observe().instances;
    // 900/s x 30 ms = 27 busy vCPUs: 14 instances at the least.
    expect(desired).toBeGreaterThanOrEqual(14);
    expect(desired).toBeLessThanOrEqual(100);
  });

  it('gives instances back when the load falls, and never goes below 1', () => {
    const host = new LoadedHost((time) => (time < 600 ? 300 : 0), 8);
    runPolicy(start(name), host, 4 * 3_600);
    expect(host.observe().instances.desired).toBe(1);
    expect(Math.min(...host.actions.map(({ decision }) => decision.desired))).toBeGreaterThanOrEqual(1);
  });

  it('holds when all metrics are lost', () => {
    const host = new FakeHost({ initialCount: 6 });
    runPolicy(start(name), host, 3_600);
    expect(host.observe().instances.desired).toBe(6);
    expect(host.actions.filter(({ decision }) => decision.desired !== 6)).toEqual([]);
  });

  it('comes to rest under a steady load, but for one instance', () => {
    const host = new LoadedHost(() => 300, 8);
    runPolicy(start(name), host, 3_600);
    const late = host.actions
      .filter(({ timeSeconds }) => timeSeconds > 1_800)
      .map(({ decision }) => Math.ceil(decision.desired));
    const counts = [...late, host.observe().instances.desired];
    expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
    expect(Math.min(...counts)).toBeGreaterThanOrEqual(5);
  });
});

describe.each(['target-cpu', 'step-scaling', 'queue-per-instance', 'predictive', ...control])('%s', (name) => {
  it.each([0.05, 1])('holds when the metrics stop at a utilization of %d', (utilization) => {
    const values = {
      cpu_utilization: utilization,
      request_rate: 400 * utilization,
      in_flight: 80 * utilization,
      queue_depth: 0,
    };
    const host = new FakeHost({ initialCount: 10, metrics: (time) => ({ ...values, age_seconds: time + 200 }) });
    runPolicy(start(name), host, 3_600);
    expect(host.actions).toEqual([]);
  });
});

it('target-cpu counts instances that are starting', () => {
  // 4 of 8 ready at 100 %: the same work over 8 is 50 %, below the target of 60 %, so no more are asked for.
  const host = new FakeHost({ initialCount: 8, metrics: () => ({ cpu_utilization: 1 }) });
  host.startingCount = 4;
  runPolicy(start('target-cpu'), host, 15);
  expect(host.actions[0].decision.desired).toBeLessThanOrEqual(8);
});

it('target-cpu removes nothing for a dip shorter than its window', () => {
  const host = new FakeHost({
    initialCount: 10,
    metrics: (time) => ({ cpu_utilization: time > 300 && time <= 480 ? 0.2 : 0.6 }),
  });
  runPolicy(start('target-cpu'), host, 900);
  expect(host.actions.every(({ decision }) => decision.desired >= 10)).toBe(true);
});

it('predictive asks before the load is there', () => {
  const rate = (time: number) => 100 + Math.max(0, time - 300);
  const host = new LoadedHost(rate, 5);
  runPolicy(start('predictive'), host, 600);
  const { decision, timeSeconds } = host.actions[host.actions.length - 1];
  expect(decision.desired).toBeGreaterThan(Math.ceil(rate(timeSeconds) / 25));
});

it('scheduled follows the clock, early by its lead', () => {
  const host = new FakeHost({ initialCount: 2 });
  const at = (hours: number) => {
    const before = host.actions.length;
    runPolicyAt(host, hours * 3_600);
    return host.actions[before].decision.desired;
  };
  expect([7.8, 7.85, 12, 19.99, 20, 23, 24 + 12].map(at)).toEqual([2, 10, 10, 10, 2, 2, 10]);
});

it('ewma follows a rise at once and a fall slowly', () => {
  const host = new LoadedHost((time) => (time >= 600 && time < 1_200 ? 400 : 200), 6);
  const runner = start('ewma').start(host);
  const desiredAt = new Map<number, number>();
  for (let time = 15; time <= 2_400; time += 15) {
    host.timeSeconds = time;
    runner.wake();
    desiredAt.set(time, host.observe().instances.desired);
  }
  // 200/s x 30 ms = 6 busy vCPUs of 2 per instance: 5 instances at 60 %; 400/s: 10.
  expect([585, 645, 1_185, 1_245, 2_400].map((time) => desiredAt.get(time))).toEqual([5, 10, 10, 10, 6]);
});

it('holt-winters starts a daily peak ahead once it has seen one', () => {
  const day = 86_400;
  const isPeak = (time: number) => time % day >= 8 * 3_600 && time % day < 12 * 3_600;
  const host = new LoadedHost((time) => (isPeak(time) ? 400 : 100), 3);
  const runner = start('holt-winters').start(host);
  const desired: number[] = [];
  for (let time = 60; time <= 3 * day; time += 60) {
    host.timeSeconds = time;
    runner.wake();
    // Two minutes before the peak of each day.
    if (time % day === 8 * 3_600 - 120) desired.push(host.observe().instances.desired);
  }
  expect(desired[0]).toBeLessThanOrEqual(4);
  expect(desired[2]).toBeGreaterThanOrEqual(desired[0] * 2);
});

it('token-bucket removes instances no more often than its bucket allows', () => {
  // Load that swings every five minutes: without a budget each swing is two changes.
  const host = new LoadedHost((time) => (Math.floor(time / 300) % 2 === 0 ? 150 : 450), 6);
  runPolicy(start('token-bucket'), host, 4 * 3_600);
  const counts = host.actions.map(({ decision }) => Math.ceil(decision.desired));
  const down = counts.filter((count, index) => index > 0 && count < counts[index - 1]).length;
  expect(down).toBeGreaterThanOrEqual(12);
  expect(down).toBeLessThanOrEqual(4 * 6 + 3);
});

it('pid sums the error only while it acts within its bounds', () => {
  // An overload that the largest fleet (100) cannot serve, then little: a wound-up sum would hold it for 40 minutes.
  const host = new LoadedHost((time) => (time < 3_600 ? 50_000 : 300), 10);
  const runner = start('pid').start(host);
  for (let time = 15; time <= 3_600 + 900; time += 15) {
    host.timeSeconds = time;
    runner.wake();
  }
  expect(host.observe().instances.desired).toBeLessThanOrEqual(20);
});

function runPolicyAt(host: FakeHost, timeSeconds: number): void {
  const runner = start('scheduled').start(host);
  host.timeSeconds = timeSeconds;
  runner.wake();
}

it('article never acts, as its text shows', () => {
  const host = new LoadedHost(() => 900, 4);
  runPolicy(start('article'), host, 3_600);
  expect(host.actions).toEqual([]);
  expect([...host.metricReads]).toEqual([]);
});

it.each(files.filter((name) => name !== 'article.lua'))('%s says what it does and fits on a page', (name) => {
  const lines = readFileSync(join(folder, name), 'utf8').split('\n');
  expect(lines[0]).toMatch(/^(--|\/\/) .{40,}/);
  expect(lines.slice(1, 3).join('\n')).toMatch(/Use it/);
  expect(lines.length).toBeLessThan(60);
});
