import { describe, expect, it } from 'vitest';
import type { Lint } from '../../src/platforms/platform.js';
import { readManifests } from '../../src/platforms/readManifestSet.js';
import { hpaText } from '../support/hpaText.js';
import { scaledObjectText } from './keda/manifestText.js';

const json = (value: unknown) => JSON.stringify(value);

const hpa = (more: Record<string, unknown> = {}, metrics: unknown[] = [share('cpu', 70)]) =>
  json({
    apiVersion: 'autoscaling/v2',
    kind: 'HorizontalPodAutoscaler',
    metadata: { name: 'web' },
    spec: {
      scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'web' },
      minReplicas: 2,
      maxReplicas: 9,
      metrics,
      ...more,
    },
  });
const share = (name: string, averageUtilization: number) => ({
  type: 'Resource',
  resource: { name, target: { type: 'Utilization', averageUtilization } },
});
const amount = (name: string, averageValue: string) => ({
  type: 'Resource',
  resource: { name, target: { type: 'AverageValue', averageValue } },
});
const ofContainer = (container: string) => ({
  type: 'ContainerResource',
  containerResource: { name: 'cpu', container, target: { type: 'Utilization', averageUtilization: 70 } },
});
const zeroHpa = hpa({ minReplicas: 0 }, [
  { type: 'External', external: { metric: { name: 'jobs' }, target: { type: 'AverageValue', averageValue: '5' } } },
]);

interface Parts {
  readonly name?: string;
  readonly replicas?: number | null;
  readonly containers?: Readonly<Record<string, object>>;
  readonly metadata?: object;
}
const enough = { requests: { cpu: '500m', memory: '1Gi' }, limits: { cpu: '1', memory: '1Gi' } };

const deployment = ({ name = 'web', replicas, containers = { app: enough }, metadata = {} }: Parts) =>
  json({
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name, ...metadata },
    spec: {
      ...(replicas === undefined ? {} : { replicas }),
      template: {
        spec: { containers: Object.entries(containers).map(([one, resources]) => ({ name: one, resources })) },
      },
    },
  });
const sized = (requests: object, limits: object) => deployment({ containers: { app: { requests, limits } } });

const vpa = (policy: object = {}, more: object = {}) =>
  json({
    apiVersion: 'autoscaling.k8s.io/v1',
    kind: 'VerticalPodAutoscaler',
    metadata: { name: 'web-vpa' },
    spec: { targetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'web' }, ...more, ...policy },
  });
const container = (...containerPolicies: object[]) => ({ resourcePolicy: { containerPolicies } });

function lintsOf(documents: readonly string[]): Lint[] {
  const text = documents.join('\n---\n');
  return readManifests({ text, file: 'all.yaml', params: {}, metricNames: {} }).flatMap(({ manifest }) =>
    manifest.lint(),
  );
}

/** Each lint: documents it is said of, near ones it is not said of, and what it says. */
const table: readonly [string, readonly string[], readonly string[], RegExp][] = [
  [
    'warning replicas-beside',
    [hpa(), deployment({ replicas: 3 })],
    [hpa(), deployment({})],
    /Deployment web has replicas: 3, .* from 2 to 9 Each kubectl apply .* back to 3/,
  ],
  [
    'warning replicas-beside',
    [hpa(), deployment({ replicas: 3 })],
    [hpa(), deployment({ replicas: null })],
    /replicas: 3/,
  ],
  [
    'warning replicas-beside',
    [hpa(), deployment({ replicas: 3 })],
    [hpa(), deployment({ name: 'api', replicas: 3 })],
    /3/,
  ],
  // As kubectl get prints it the count is the present one, which nobody applies.
  [
    'warning replicas-beside',
    [hpa(), deployment({ replicas: 3 })],
    [hpa(), deployment({ replicas: 3, metadata: { uid: 'u', resourceVersion: '1' } })],
    /3/,
  ],
  [
    'warning replicas-beside',
    [scaledObjectText({}), deployment({ name: 'worker', replicas: 3 })],
    [scaledObjectText({}), deployment({ name: 'web', replicas: 3 })],
    /back to 3/,
  ],
  [
    'error off-by-replicas',
    [hpa(), deployment({ replicas: 0 })],
    [hpa(), deployment({ replicas: 1 })],
    /turns the autoscaler off/,
  ],
  [
    'error off-by-replicas',
    [zeroHpa, deployment({ replicas: 0 })],
    [scaledObjectText({}), deployment({ name: 'worker', replicas: 0 })],
    /stays at 0/,
  ],
  [
    'warning vertical-beside',
    [hpa(), vpa()],
    [hpa({}, [amount('cpu', '200m')]), vpa()],
    /"web-vpa" sets the cpu request/,
  ],
  [
    'warning vertical-beside',
    [hpa({}, [share('memory', 80)]), vpa()],
    [hpa(), vpa({ updatePolicy: { updateMode: 'Off' } })],
    /the memory request/,
  ],
  [
    'warning vertical-beside',
    [hpa(), vpa(container({ containerName: '*', controlledResources: ['cpu'] }))],
    [hpa(), vpa(container({ containerName: '*', controlledResources: ['memory'] }))],
    /cpu/,
  ],
  [
    'warning vertical-beside',
    [
      hpa(),
      deployment({ containers: { app: enough, proxy: enough } }),
      vpa(container({ containerName: 'app', mode: 'Off' })),
    ],
    [hpa(), deployment({}), vpa(container({ containerName: 'app', mode: 'Off' }))],
    /cpu/,
  ],
  [
    'warning vertical-beside',
    [hpa(), vpa()],
    [hpa(), vpa({}, { targetRef: { kind: 'Deployment', name: 'api' } })],
    /cpu/,
  ],
  [
    'warning request-below-limit',
    [hpa(), sized({ cpu: '250m' }, { cpu: '1' })],
    [hpa(), sized({ cpu: '500m' }, { cpu: '1' })],
    /70 % of 250m is 0\.175 core of a limit of 1 .* each uses 18 % of the cpu .* the limit is 400 % of the request/,
  ],
  [
    'warning request-below-limit',
    [hpa({}, [share('memory', 80)]), sized({ memory: '256Mi' }, { memory: '1Gi' })],
    [hpa({}, [share('memory', 80)]), sized({ memory: '512Mi' }, { memory: '1Gi' })],
    /80 % of 256Mi is 205Mi of a limit of 1Gi/,
  ],
  // A target above 100 % is meant for pods that burst.
  [
    'warning request-below-limit',
    [hpa({}, [share('cpu', 100)]), sized({ cpu: '250m' }, { cpu: '1' })],
    [hpa({}, [share('cpu', 200)]), sized({ cpu: '250m' }, { cpu: '1' })],
    /100 % of 250m is 0\.25 core/,
  ],
  [
    'warning share-of-nothing',
    [hpa(), deployment({ containers: { app: enough, proxy: {} } })],
    [hpa({}, [ofContainer('app')]), deployment({ containers: { app: enough, proxy: {} } })],
    /a container of Deployment web requests no cpu/,
  ],
  // A limit without a request is the request too.
  ['warning share-of-nothing', [hpa(), sized({ memory: '1Gi' }, {})], [hpa(), sized({}, { cpu: '1' })], /LimitRange/],
  [
    'warning share-of-nothing',
    [hpa(), sized({}, {})],
    [hpa({}, [amount('cpu', '200m')]), sized({}, {})],
    /requests\.cpu/,
  ],
  [
    'warning no-such-container',
    [hpa({}, [ofContainer('main')]), deployment({})],
    [hpa({}, [ofContainer('app')]), deployment({})],
    /Deployment web has no container "main"/,
  ],
];

describe('a lint in view of what lies beside', () => {
  it.each(table)('%s is said where it holds, and not beside it (%#)', (finding, documents, others, words) => {
    const keyOf = ({ level, code }: Lint) => `${level} ${code}`;
    const found = lintsOf(documents).filter((lint) => keyOf(lint) === finding);
    expect(found.map(({ what, why, fix }) => `${what} ${why} ${fix}`).join(' | ')).toMatch(words);
    expect(found).toHaveLength(1);
    expect(lintsOf(others).map(keyOf)).not.toContain(finding);
  });

  it('of replicas: 0 depends on the version: until 1.35 an HPA with a minimum of 0 wakes any target', () => {
    const text = [zeroHpa, deployment({ replicas: 0 })].join('\n---\n');
    const codesIn = (kubernetesVersion: number) =>
      readManifests({ text, file: 'all.yaml', params: { kubernetesVersion }, metricNames: {} })[0]
        .manifest.lint()
        .map(({ code }) => code);
    expect(codesIn(1.36)).toContain('off-by-replicas');
    expect(codesIn(1.35)).not.toContain('off-by-replicas');
    expect(codesIn(1.35)).toContain('replicas-beside');
  });

  it('is silent about a sound pair', () => {
    expect(lintsOf([hpaText({ max: 9, cpu: 70 }), deployment({})])).toEqual([]);
  });
});
