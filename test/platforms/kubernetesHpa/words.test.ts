import { describe, expect, it } from 'vitest';
import { cpuAt, hpaOf, onePerUnit, webFacts } from './fakeFleet.js';

const metric = (source: string, name: string, target: object) => ({
  type: source,
  [source.toLowerCase()]: { ...(source === 'Resource' ? { name } : { metric: { name } }), target },
});
const rules = (...policies: [string, number, number][]) => ({
  policies: policies.map(([type, value, periodSeconds]) => ({ type, value, periodSeconds })),
});

describe('explain', () => {
  it('says one count where the bounds are equal', () => {
    expect(hpaOf({ minReplicas: 3, maxReplicas: 3, metrics: [cpuAt(60)] }).explain()[0]).toBe(
      'Keeps 3 instances of web and decides every 15 s.',
    );
  });

  it.each([
    [10, '5 -> 6 -> 8 -> 10'],
    [3, '1 -> 2 -> 3'],
    [100, '10 -> 12 -> 15 -> 18 -> 22'],
  ])('never shows a count above maxReplicas %d where growth is slow', (maxReplicas, counts) => {
    const lints = hpaOf({ minReplicas: 1, maxReplicas, metrics: [cpuAt(85)] }).lint({
      ...webFacts,
      vcpus: 1,
      cpuRequest: 1,
    });
    expect(lints.find(({ code }) => code === 'slow-growth')?.what).toContain(counts);
  });

  it('says what the plainest manifest will do', () => {
    expect(hpaOf({ minReplicas: 2, maxReplicas: 20, metrics: [cpuAt(60)] }).explain()).toEqual([
      'Keeps 2 to 20 instances of web and decides every 15 s.',
      'cpu: keeps usage at 60 % of the request: desired = ceil(use / 60 % x ready instances).',
      'Grows at most to max(2x, 4) every 15 s.',
      'At full speed: 2, 4 at 0s, 8 at 15s, 16 at 30s, 20 at 45s.',
      'Never shrinks below the highest count that was asked for in the last 5 min.',
      'When all load stops: 20, 2 at 5m15s.',
      'Does nothing while the load is within 10 % of the target: from 10 instances on, the load of one more instance stays inside this band, so it is not noticed.',
      'For CPU, starting instances count as idle for a scale-up and are left out for a scale-down.',
      "In its first 5 min an instance's CPU counts only once the metric window starts after the instance became ready.",
      'cpu_utilization is collected every 15s, over the last 15s, so up to 30s old; gone 15s after the last collection (from metrics-server).',
      "A scenario's own `telemetry` overrides that, key by key.",
    ]);
  });

  it.each([
    [{}, 'Grows at most to max(+4, 2x) every 15 s.'],
    [{}, 'At full speed: 1, 5 at 0s, 10 at 15s, 20 at 30s.'],
    [{}, 'Shrinks at most to 0 every 15 s.'],
    [
      { scaleUp: { ...rules(['Pods', 1, 60], ['Percent', 50, 60]), selectPolicy: 'Min' } },
      'Grows at most to min(+1, 1.5x) every 1 min.',
    ],
    [{ scaleUp: rules(['Pods', 5, 60]) }, 'At full speed: 1, 6 at 0s, 11 at 1m, 16 at 2m, 20 at 3m.'],
    [
      { scaleUp: rules(['Pods', 1, 60], ['Percent', 50, 30]) },
      'Grows at most to the higher of +1 every 1 min, 1.5x every 30 s.',
    ],
    [
      { scaleUp: { stabilizationWindowSeconds: 60 } },
      'Grows only to the lowest count that was asked for in the last 1 min.',
    ],
    [{ scaleUp: { stabilizationWindowSeconds: 60 } }, 'At full speed: 1, 5 at 1m, 10 at 1m15s, 20 at 1m30s.'],
    [{ scaleUp: { selectPolicy: 'Disabled' } }, 'Never grows: selectPolicy is Disabled.'],
    [{ scaleDown: { selectPolicy: 'Disabled' } }, 'Never shrinks: selectPolicy is Disabled.'],
    [
      { scaleDown: { stabilizationWindowSeconds: 0 } },
      'Shrinks as soon as the metrics ask for it (no stabilization window).',
    ],
    [{ scaleDown: rules(['Pods', 8, 60], ['Percent', 10, 60]) }, 'Shrinks at most to min(-8, 0.9x) every 1 min.'],
    [{ scaleDown: rules(['Pods', 8, 60]) }, 'When all load stops: 20, 12 at 5m, 4 at 6m, 1 at 7m.'],
    [
      { scaleUp: { tolerance: '50m' } },
      'Does nothing while the load is from 10 % below to 5 % above the target: from 20 instances on, the load of one more instance stays inside this band, so it is not noticed.',
    ],
    [
      { scaleUp: { tolerance: 0 } },
      'Does nothing while the load is from 10 % below to 0 % above the target. Any rise above it counts.',
    ],
  ])('of behavior %j says "%s"', (behavior, sentence) => {
    expect(hpaOf({ minReplicas: 1, maxReplicas: 20, metrics: [onePerUnit], behavior }).explain()).toContain(sentence);
  });

  it.each([
    [
      metric('External', 'lag', { type: 'AverageValue', averageValue: '500' }),
      'lag: one instance for each 500 of the total, rounded up.',
    ],
    [
      metric('External', 'lag', { type: 'Value', value: '2k' }),
      'lag: keeps the value itself at 2k: desired = ceil(value / 2k x ready instances).',
    ],
    [
      metric('Resource', 'memory', { type: 'AverageValue', averageValue: '200Mi' }),
      'memory: keeps the mean per instance at 200Mi: desired = ceil(mean / 200Mi x ready instances).',
    ],
  ])('of %j', (one, sentence) => {
    expect(hpaOf({ maxReplicas: 20, metrics: [one] }).explain()).toContain(sentence);
  });
});

describe('lint', () => {
  const codes = (spec: Record<string, unknown>, facts: object = {}) =>
    hpaOf({ minReplicas: 2, maxReplicas: 20, metrics: [cpuAt(60)], ...spec })
      .lint({ ...webFacts, ...facts })
      .map(({ level, code }) => `${level} ${code}`);

  it('finds nothing in a sound manifest', () => {
    expect(codes({})).toEqual([]);
  });

  it.each<[string, Record<string, unknown>, object]>([
    ['error min-is-max', { minReplicas: 20 }, {}],
    ['warning min-by-default', { minReplicas: undefined }, {}],
    ['warning scale-to-zero-version', { minReplicas: 0, metrics: [onePerUnit] }, { minCount: 0 }],
    ['warning scenario-max', {}, { maxCount: 10 }],
    ['warning scenario-min', {}, { minCount: 3 }],
    ['warning metric-by-default', { metrics: undefined }, {}],
    // At most 100 %: 91 x 1.1 is 100.1, so it can never be seen above the tolerance.
    ['error target-out-of-reach', { metrics: [cpuAt(91)] }, { vcpus: 1, cpuRequest: 1 }],
    ['warning slow-growth', { metrics: [cpuAt(90)] }, { vcpus: 1, cpuRequest: 1 }],
    ['warning slow-growth', { metrics: [cpuAt(75)] }, { vcpus: 1, cpuRequest: 1 }],
    [
      'error average-of-ratio',
      { metrics: [metric('External', 'busy_ratio', { type: 'AverageValue', averageValue: '700m' })] },
      {},
    ],
    ['warning total-as-value', { metrics: [metric('External', 'kafka_lag', { type: 'Value', value: '700' })] }, {}],
    [
      'warning memory-stays',
      { metrics: [metric('Resource', 'memory', { type: 'AverageValue', averageValue: '200Mi' })] },
      {},
    ],
    ['error never-grows', { behavior: { scaleUp: { selectPolicy: 'Disabled' } } }, {}],
    ['warning never-shrinks', { behavior: { scaleDown: { selectPolicy: 'Disabled' } } }, {}],
    ['warning growth-window', { behavior: { scaleUp: { stabilizationWindowSeconds: 60 } } }, {}],
    ['warning window-is-no-delay', { behavior: { scaleDown: { stabilizationWindowSeconds: 600 } } }, {}],
    ['warning period-below-sync', { behavior: { scaleDown: rules(['Pods', 1, 10]) } }, {}],
    ['warning percent-of-few', { behavior: { scaleDown: rules(['Percent', 10, 60]) } }, {}],
  ])('finds %s in %j with %j, and nothing else', (finding, spec, facts) => {
    expect(codes(spec, facts)).toEqual([finding]);
  });

  it('shows the growth that a saturated CPU allows', () => {
    const [lint] = hpaOf({ minReplicas: 2, maxReplicas: 99, metrics: [cpuAt(75)] }).lint({
      ...webFacts,
      vcpus: 1,
      cpuRequest: 1,
    });
    expect(lint.what).toBe('under full load it grows by a factor of 1.33 a sync at most: 10 -> 14 -> 19 -> 26 -> 35');
  });

  it('needs no scenario', () => {
    expect(hpaOf({ minReplicas: 2, maxReplicas: 9, metrics: [cpuAt(99)] }).lint()).toEqual([]);
  });
});
