import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seenCounts } from '../../src/backtest/seenCounts.js';
import { runOnce } from '../../src/engine/runOnce.js';
import { resolveCandidates } from '../../src/policy/candidates.js';
import type { BacktestResult } from '../../src/results/backtestResult.js';
import { loadScenario } from '../../src/scenario/load.js';
import { callCli } from '../support/callCli.js';
import { temporaryFolder } from '../support/runCli.js';

/** A cluster that is a run of ours, in a seed that no replay has: what is recorded of it must be believable. */
const scenarioText = `
name: shop
duration: 1h
traffic:
  users:
    executor: ramping-arrival-rate
    startRate: 20
    stages: [{ duration: 15m, target: 20 }, { duration: 2m, target: 90 }, { duration: 28m, target: 90 }, { duration: 1m, target: 20 }, { duration: 14m, target: 20 }]
requests: { page: { route: web, cpu: { exponential: { mean: 40ms } }, io: 30ms } }
services: { web: { instance: { vcpus: 1, cpuRequest: 0.5, startup: 20s }, scaling: { min: 2, max: 20, initial: 3 } } }
`;
const hpa = `
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: web }
spec:
  scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: web }
  minReplicas: 2
  maxReplicas: 20
  metrics: [{ type: Resource, resource: { name: cpu, target: { type: Utilization, averageUtilization: 60 } } }]
`;
/** Friday 2026-11-20, 17:00 UTC. */
const startUnixSeconds = 1_795_194_000;
const step = 30;

type Points = readonly (readonly [number, number])[];

const answer = (name: string, points: Points) =>
  JSON.stringify({
    status: 'success',
    data: {
      resultType: 'matrix',
      result: [
        { metric: { __name__: name }, values: points.map(([at, value]) => [startUnixSeconds + at, String(value)]) },
      ],
    },
  });

const roles = ['request-rate', 'replicas', 'cpu', 'latency-p50', 'latency-p95', 'error-share'] as const;
type Role = (typeof roles)[number];
let folder: ReturnType<typeof temporaryFolder>;
let recorded: Readonly<Record<Role, Points>>;

async function recordRun(): Promise<Readonly<Record<Role, Points>>> {
  const { scenario } = await loadScenario(`${folder.path}/shop.yaml`);
  const [{ bindings }] = await resolveCandidates({ texts: ['hpa.yaml'], baseFolder: folder.path });
  const edges = Array.from({ length: 3600 / step + 1 }, (_, index) => index * step).slice(0, -1);
  const input = { scenario, scenarioFolder: folder.path, bindings, replication: 1000, detail: false };
  const { record } = runOnce({ ...input, record: { service: 'web', gridEdges: [edges] } });
  if (record === undefined) throw new Error('nothing recorded');
  const [bins] = record.grids;
  const instants = edges.slice(0, -1);
  const counts = seenCounts(record.lives, { isReadyOnly: false, terminatingSeconds: undefined }, instants);
  const points = (values: readonly (number | null)[]) =>
    instants.flatMap((at, bin): (readonly [number, number])[] => (values[bin] === null ? [] : [[at, values[bin]]]));
  return {
    'request-rate': points(bins.answers.map((count) => count / step)),
    replicas: points(counts),
    cpu: points(bins.cpuCores),
    'latency-p50': points(bins.p50Seconds),
    'latency-p95': points(bins.p95Seconds),
    'error-share': points(bins.errors),
  };
}

beforeAll(async () => {
  folder = temporaryFolder({ 'shop.yaml': scenarioText, 'hpa.yaml': hpa });
  recorded = await recordRun();
});
afterAll(() => folder.remove());

/** Backtests on a folder of its own with these series; what is asked goes behind. */
async function judged(series: Partial<Record<Role, Points>>, ...args: string[]) {
  const files = Object.fromEntries(
    Object.entries(series).map(([role, points]) => [`${role}.json`, answer(`our_${role.replace('-', '_')}`, points)]),
  );
  const there = temporaryFolder({ 'shop.yaml': scenarioText, 'hpa.yaml': hpa, ...files });
  const actual = Object.keys(series).flatMap((role) => [
    '--actual',
    `${role}.json`,
    '--series',
    `our_${role.replace('-', '_')}=${role}`,
  ]);
  const result = await callCli(['backtest', 'shop.yaml', '--policy', 'hpa.yaml', ...actual, '--runs', '4', ...args], {
    cwd: there.path,
    env: { LANG: 'C.UTF-8' },
  });
  there.remove();
  return result;
}

const rowsOf = (stdout: string) =>
  Object.fromEntries((JSON.parse(stdout) as BacktestResult).backtest.map((row) => [row.measure, row]));

describe('backtest', () => {
  it('believes a recording of what it simulates, in every measure', async () => {
    const { code, stdout, stderr } = await judged(recorded, '--json');
    expect(code, stderr).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      format: 'dryscale-backtest/1',
      believable: true,
      traffic: 'recorded rate',
    });
    const rows = rowsOf(stdout);
    expect(Object.keys(rows)).toEqual([
      'replicas',
      'first_scale_up_s',
      'cpu_cores',
      'latency_p50_ms',
      'latency_p95_ms',
      'error_share',
      'flaps',
    ]);
    for (const { measure, ok, why } of Object.values(rows))
      expect(ok, `${measure}: ${why}`).toBe(measure === 'flaps' ? null : true);
    expect(rows.replicas.error).toBeLessThan(0.5);
  });

  it('does not where a request takes twice as long, and says so with the number', { tags: ['ci'] }, async () => {
    const { code, stdout } = await judged(recorded, '--set', 'requests.page.cpu=80ms');
    expect(code).toBe(99);
    expect(stdout).toMatch(/Not believable in \d measures of 6: replicas \([\d.]+ pods apart on average, more than/);
    expect(stdout).toMatch(/CPU .* no {3}\d+(\.\d)? % more, beyond 10 %/);
  });

  it('judges one measure alone where the gate names it', { tags: ['ci'] }, async () => {
    const slow = { ...recorded, 'latency-p95': recorded['latency-p95'].map(([at, value]) => [at, 2 * value] as const) };
    expect((await judged(slow)).code).toBe(99);
    expect((await judged(slow, '--gate', 'replicas')).code).toBe(0);
    expect((await judged(slow, '--gate', 'latency_p95_ms')).code).toBe(99);
  });

  it('is given the part of the recording that is meant, by its clock', { tags: ['ci'] }, async () => {
    const { stdout } = await judged(recorded, '--from', '17:10', '--to', '2026-11-20T17:40:00Z', '--json');
    expect(JSON.parse(stdout).stretch).toEqual({ from_s: 600, to_s: 2400 });
    const { code, stderr } = await judged(recorded, '--from', '19:10');
    expect(code).toBe(2);
    expect(stderr).toContain('--from, --to: 19:10 (UTC) is no instant of the recording');
  });

  it.each([
    {
      what: 'it is too short',
      series: () => recorded,
      args: ['--to', '5m'],
      says: 'it is too short: 5m, at least 10m are needed',
    },
    {
      what: 'replicas never changed',
      series: () => ({
        replicas: recorded.replicas.map(([at]) => [at, 3] as const),
        'request-rate': recorded['request-rate'].map(([at]) => [at, 20] as const),
      }),
      args: [],
      says: 'replicas stood at 3 all the time',
    },
    {
      what: 'a third of it is missing',
      series: () => ({ ...recorded, replicas: recorded.replicas.filter(([at]) => at < 600 || at > 1800) }),
      args: [],
      says: /our_replicas has nothing for 3\d % of it/,
    },
    {
      what: 'no replicas were recorded',
      series: () => ({ cpu: recorded.cpu, 'request-rate': recorded['request-rate'] }),
      args: [],
      says: 'No replicas were recorded',
    },
  ])('draws no conclusion where $what', { tags: ['ci'] }, async ({ series, args, says }) => {
    const { code, stdout } = await judged(series(), ...args);
    expect(stdout.replace(/\s+/g, ' ')).toMatch(says);
    expect(stdout).toContain('No conclusion: the recording cannot carry one.');
    expect(code).toBe(99);
  });

  it('fits on one part and judges on another', { tags: ['ci'] }, async () => {
    const wrong = ['--set', 'requests.page.cpu={ exponential: { mean: 55ms } }'];
    const { code, stdout } = await judged(recorded, '--fit', '..35m', '--test', '35m..', ...wrong, '--json');
    const { fit, stretch, backtest } = JSON.parse(stdout);
    expect([fit.from_s, fit.to_s, stretch.from_s]).toEqual([0, 2100, 2100]);
    const [cpu] = fit.numbers.filter(({ path }: { path: string }) => path === 'requests.page.cpu');
    expect(cpu).toMatchObject({ before: '55ms', isAtEnd: false });
    expect(Math.abs(Number.parseFloat(cpu.after) - 40)).toBeLessThan(4);
    expect(backtest.find(({ measure }: { measure: string }) => measure === 'cpu_cores').ok).toBe(true);
    expect([0, 99]).toContain(code);
  });

  it.each([
    { args: ['--fit', '..30m'], says: '--fit needs --test' },
    { args: ['--fit', '..30m', '--test', '20m..'], says: 'overlap' },
    { args: ['--fit', '..30m', '--test', '30m..', '--to', '50m'], says: '--to and --fit are given together' },
    { args: ['--from', 'noon'], says: '"noon" is not a time' },
    { args: ['--gate', 'replica'], says: 'did you mean "replicas"' },
  ])('says what is wrong with $args', { tags: ['ci'] }, async ({ args, says }) => {
    const { code, stderr } = await judged(recorded, ...args);
    expect(code).toBe(2);
    expect(stderr).toContain(says);
  });

  it('writes a page that needs nothing else, and the document', { tags: ['ci'] }, async () => {
    const out = temporaryFolder({});
    await judged(recorded, '--out', out.path);
    const page = readFileSync(join(out.path, 'backtest.html'), 'utf8');
    expect(page.match(/<figure/g)).toHaveLength(10);
    expect(page).not.toMatch(/<script|https?:(?!\/\/www\.w3\.org)/);
    expect(JSON.parse(readFileSync(join(out.path, 'backtest.json'), 'utf8')).backtest).toHaveLength(7);
    out.remove();
  });
});
