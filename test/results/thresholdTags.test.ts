import { describe, expect, it } from 'vitest';
import { evaluateThresholds } from '../../src/results/thresholds.js';
import { sampleGroup, sampleRun } from '../support/sampleRuns.js';

const group = (source: string, service: string, requestClass: string, attempts: number) =>
  sampleGroup({ source, service, requestClass, latencies: [], counts: { attempts } });

/** Requests of two sources at two services, and a call between them. */
const run = sampleRun({
  replication: 0,
  groups: [group('shop', 'web', 'page', 1), group('shop', 'api', 'order', 10), group('bots', 'web', 'page', 100)],
  callGroups: [group('web', 'api', 'order', 1000)],
});

const judge = (metric: string, runs = [run], expression = 'count<1e9') =>
  evaluateThresholds({ [metric]: [expression] }, runs, { spanSeconds: 10, allowEmpty: true })[0];

describe('a threshold with tags counts', () => {
  it.each([
    ['all requests, without the calls between services', 'http_reqs', 111],
    ['those of a source, without the calls', 'http_reqs{source:shop}', 11],
    ['those of a source at a service, without the calls', 'http_reqs{source:shop,service:api}', 10],
    ['all that a service got, calls too', 'http_reqs{service:api}', 1010],
    ['all of a class, calls too', 'http_reqs{class:order}', 1010],
    ['all of a class at a service', 'http_reqs{class:page,service:web}', 101],
    ['nothing where nothing is both', 'http_reqs{class:page,service:api}', 0],
  ])('%s', (_what, metric, count) => {
    expect(judge(metric).value).toBe(count);
    expect(judge(metric, [run], 'rate<1e9').value).toBe(count / 10);
  });

  it('no calls of a run that has none', () => {
    const { callGroups, ...rest } = run;
    expect([callGroups?.length, judge('http_reqs{service:api}', [rest]).value]).toEqual([1, 10]);
  });
});

describe('a threshold on a measure', () => {
  const measured = (value: number | null, nulls: Readonly<Record<string, string>> = {}) =>
    sampleRun({ replication: 0, measures: { cost_usd: value }, nulls });

  it('of one service is read from runs that have no other', () => {
    const own = sampleRun({ replication: 0, measures: { cost_usd: 9, 'services.web.cost_usd': 4 } });
    expect(judge('services.web.cost_usd', [measured(3)], 'value<5')).toMatchObject({ value: 3, ok: true });
    expect(judge('services.web.cost_usd', [own], 'value<5')).toMatchObject({ value: 4, ok: true });
  });

  it('is the mean of the runs that have a value, or the first reason', () => {
    expect(judge('cost_usd', [measured(3), measured(null), measured(5)], 'value<5').value).toBe(4);
    const missing = [measured(null), measured(null, { cost_usd: 'no price' })];
    expect(judge('cost_usd', missing, 'value<5')).toMatchObject({ value: null, ok: true, reason: 'no price' });
    expect(judge('cost_usd', [measured(null)], 'value<5').reason).toBe('no data');
    expect(judge('cost_usd', [], 'value<5').reason).toBe('no data');
  });

  it('that is none fails', () => {
    expect(judge('cost_usd', [measured(3)], 'cheap')).toEqual({
      ...{ metric: 'cost_usd', expression: 'cheap', value: null, ok: false, reason: 'not a threshold' },
    });
  });
});
