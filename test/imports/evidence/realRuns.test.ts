import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readEvidence } from '../../../src/imports/evidence/readEvidence.js';
import { root } from '../../support/runCli.js';
import { codesOf, evidenceOf, valuesOf } from './readFiles.js';

const shared = resolve(root, '..', 'shared', 'real');

const made = {
  format: 'real-run/1',
  name: 'made',
  recordedAtUtc: '2026-03-01 12:00:00',
  workload: { terminationSeconds: 30 },
  endSeconds: 20,
  steps: [
    {
      startSeconds: 0,
      durationSeconds: 10,
      ratePerSecond: 4,
      clients: 4,
      requests: 30,
      failedRequests: 3,
      latencyP95Ms: 250,
      requestsBegunBySecondOfStep: [
        [0, 0],
        [1, 4],
        [5, 2],
      ],
    },
    { startSeconds: 10, durationSeconds: 10, ratePerSecond: 2, clients: 2, latency: 'not kept' },
  ],
  replicasBySecond: [
    [0, 1],
    [12, 2],
    [12, 3],
  ],
};

describe('a recorded run', () => {
  it('gives its load as sent and as meant, and its replicas on one clock', async () => {
    const set = await evidenceOf({ 'run.json': JSON.stringify(made) });
    expect(set.problems).toEqual([]);
    expect(set.recording.startUnixSeconds).toBe(1_772_366_400);
    const points = (role: string) => set.recording.series.find((one) => one.role === role)?.points;
    expect(points('request-rate')).toEqual([
      [0, 0],
      [1, 4],
      [5, 2],
      [10, 2],
      [20, 0],
    ]);
    expect(points('replicas')).toEqual([
      [0, 1],
      [12, 3],
      [20, 3],
    ]);
    expect(valuesOf(set, 'latency-p95')).toEqual([0.25]);
    expect(valuesOf(set, 'error-share')).toEqual([0.1]);
    expect(set.recording.series.find(({ role }) => role === 'replicas')?.terminatingSeconds).toBe(30);
    expect(set.evidence).toMatchObject([
      { kind: 'series', steps: [{ ratePerSecond: 4, clientCount: 4 }, { ratePerSecond: 2 }] },
    ]);
    expect(codesOf(set.warnings)).toEqual(['closed-load']);
  });

  it('is refused where it is another document', async () => {
    const set = await evidenceOf({ 'run.json': JSON.stringify({ format: 'real-run/1', name: 'x' }) });
    expect(codesOf(set.problems)).toEqual(['wrong-form']);
  });

  it.skipIf(!existsSync(shared)).each([
    [
      'hpa-k3s/rising-4.json',
      12,
      ['request-rate', 'error-share', 'replicas', 'latency-p50', 'latency-p95', 'latency-p99', 'latency-mean'],
    ],
    [
      'hpa-k3s/falling.json',
      20,
      ['request-rate', 'error-share', 'replicas', 'latency-p50', 'latency-p95', 'latency-p99', 'latency-mean'],
    ],
    ['cpa-short/hpa.json', 0, ['request-rate', 'error-share', 'replicas', 'latency-mean']],
  ])('of a real cluster is read: %s', async (name, stepCount, roles) => {
    const { evidence, recording, problems } = await readEvidence([join(shared, name)], { series: [] });
    expect(problems).toEqual([]);
    expect(recording.series.map(({ role }) => role)).toEqual(roles);
    expect(evidence).toMatchObject([{ steps: { length: stepCount } }]);
  });
});
