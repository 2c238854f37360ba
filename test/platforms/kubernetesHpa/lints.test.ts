import { describe, expect, it } from 'vitest';
import type { Lint } from '../../../src/platforms/platform.js';
import { cpuAt, hpaOf, readText } from './fakeFleet.js';

const named = (source: 'Object' | 'External', name: string, averageValue: string) => ({
  type: source,
  [source.toLowerCase()]: {
    metric: { name },
    target: { type: 'AverageValue', averageValue },
    ...(source === 'Object' ? { describedObject: { kind: 'Service', name: 'web' } } : {}),
  },
});
const container = (name: string, averageUtilization: number) => ({
  type: 'ContainerResource',
  containerResource: { name: 'cpu', container: name, target: { type: 'Utilization', averageUtilization } },
});
const upBy = (selectPolicy: string, ...types: string[]) => ({
  scaleUp: { selectPolicy, policies: types.map((type) => ({ type, value: 100, periodSeconds: 15 })) },
});
const target = (scaleTargetRef: object) => ({ scaleTargetRef: { name: 'web', ...scaleTargetRef } });
const zero = { minReplicas: 0, metrics: [named('External', 'jobs', '5')] };

function lintsOf(spec: Record<string, unknown>): readonly Lint[] {
  return hpaOf({ minReplicas: 2, maxReplicas: 40, metrics: [cpuAt(60)], ...spec }).lint();
}

/** Each lint: a manifest it is said of, a near one it is not said of, and what it says. */
const table: readonly [string, Record<string, unknown>, Record<string, unknown>, RegExp][] = [
  [
    'error average-of-ratio',
    { metrics: [named('External', 'busy_ratio', '700m')] },
    { metrics: [named('External', 'busy_threads', '700m')] },
    /so for 2 at most while the ratio is below 1/,
  ],
  [
    'error average-of-ratio',
    { metrics: [named('Object', 'cpu_utilization', '250m')] },
    { metrics: [named('Object', 'cpu_utilization', '1')] },
    /so for 4 at most while the ratio is below 1/,
  ],
  [
    'warning average-of-ratio',
    { metrics: [named('External', 'disk_percent', '60')] },
    { metrics: [named('External', 'disk_percent', '100')] },
    /so for 2 at most while the percentage is below 100/,
  ],
  [
    'warning same-metric-twice',
    { metrics: [cpuAt(80), cpuAt(60)] },
    { metrics: [container('app', 80), container('proxy', 60)] },
    /80 %, never decides .*lower target, 60 %/,
  ],
  ['warning step-inside-tolerance', { minReplicas: 10 }, { minReplicas: 9 }, /a load for 1 instance more is inside/],
  [
    'warning step-inside-tolerance',
    { minReplicas: 25 },
    { minReplicas: 25, maxReplicas: 25 },
    /up to 2 instances more/,
  ],
  [
    'warning step-inside-tolerance',
    { behavior: { scaleUp: { tolerance: '0.5' } } },
    { behavior: { scaleUp: { tolerance: '0.49' } } },
    /above 150 % of the target, and then asks for 2 or more/,
  ],
  [
    'error never-wakes',
    { ...zero, behavior: upBy('Max', 'Percent') },
    { ...zero, behavior: upBy('Max', 'Percent', 'Pods') },
    /100 % of 0 is 0/,
  ],
  [
    'error never-wakes',
    { ...zero, behavior: upBy('Min', 'Percent', 'Pods') },
    { ...zero, behavior: upBy('Min', 'Pods') },
    /100 % of 0 is 0/,
  ],
  [
    'error never-wakes',
    { ...zero, behavior: upBy('Max', 'Percent') },
    { behavior: upBy('Max', 'Percent') },
    /never grows again/,
  ],
  ['error min-is-max', { minReplicas: 40 }, { minReplicas: 8 }, /are both 40/],
  [
    'error target-without-scale',
    target({ apiVersion: 'apps/v1', kind: 'DaemonSet' }),
    target({ apiVersion: 'apps/v1', kind: 'StatefulSet' }),
    /no count to set/,
  ],
  [
    'error target-of-no-group',
    target({ kind: 'Deployment' }),
    target({ apiVersion: 'apps/v1beta2', kind: 'Deployment' }),
    /no Deployment in the core group/,
  ],
  [
    'error target-of-no-group',
    target({ apiVersion: 'extensions/v1beta1', kind: 'Deployment' }),
    target({ apiVersion: 'argoproj.io/v1alpha1', kind: 'Rollout' }),
    /no Deployment in the group extensions/,
  ],
  [
    'error target-of-no-group',
    target({ apiVersion: 'apps/v1', kind: 'ReplicationController' }),
    target({ apiVersion: 'v1', kind: 'ReplicationController' }),
    /write apiVersion: v1\./,
  ],
];

describe('a lint', () => {
  it.each(table)('%s is said where it holds, and not beside it (%#)', (finding, spec, other, words) => {
    const keyOf = ({ level, code }: Lint) => `${level} ${code}`;
    const found = lintsOf(spec).find((lint) => keyOf(lint) === finding);
    expect(`${found?.what} ${found?.why} ${found?.fix}`).toMatch(words);
    expect(lintsOf(other).map(keyOf)).not.toContain(finding);
  });

  it('of a step inside the tolerance is what the controller does', () => {
    // Of 25 instances at a target of 60 %: 66 % holds, and 67 % asks for ceil(25 x 67 / 60) = 28.
    const [lint] = lintsOf({ minReplicas: 25 });
    expect(lint.why).toContain('above 110 % of the target, and then asks for 3 or more at once');
    expect(Math.ceil((25 * 67) / 60)).toBeGreaterThanOrEqual(28);
  });

  it('points at the place', () => {
    const text = `apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: x }
spec:
  scaleTargetRef: { apiVersion: extensions/v1beta1, kind: Deployment, name: web }
  minReplicas: 2
  maxReplicas: 3
`;
    expect(readText(text).lint()[0].where).toMatchObject({ line: 5, column: 33 });
  });
});
