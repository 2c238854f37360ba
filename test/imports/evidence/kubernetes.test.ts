import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { codesOf, evidenceOf } from './readFiles.js';

const stamp = (second: number) => new Date(1_772_550_000_000 + 1000 * second).toISOString().replace('.000', '');

interface PodWords {
  readonly workload?: string;
  readonly ready?: number | undefined;
  readonly restarts?: number;
}

const podOf = (number: number, { workload = 'web', ready = 20, restarts = 0 }: PodWords = {}) => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: {
    name: `${workload}-7d9f8c6b5d-xk2l${number}`,
    namespace: 'shop',
    creationTimestamp: stamp(0),
    labels: { 'pod-template-hash': '7d9f8c6b5d' },
    ownerReferences: [{ kind: 'ReplicaSet', name: `${workload}-7d9f8c6b5d`, controller: true }],
    managedFields: [{ manager: 'kubectl' }],
  },
  status: {
    phase: 'Running',
    conditions: [
      { type: 'PodScheduled', status: 'True', lastTransitionTime: stamp(1) },
      ...(ready < 0
        ? [{ type: 'Ready', status: 'False', lastTransitionTime: stamp(0) }]
        : [{ type: 'Ready', status: 'True', lastTransitionTime: stamp(ready) }]),
    ],
    containerStatuses: [{ restartCount: restarts, state: { running: { startedAt: stamp(8) } } }],
  },
});
const eventOf = (number: number, reason: string, second: number) => ({
  apiVersion: 'v1',
  kind: 'Event',
  metadata: { name: `e-${number}-${reason}` },
  involvedObject: { kind: 'Pod', namespace: 'shop', name: `web-7d9f8c6b5d-xk2l${number}` },
  reason,
  firstTimestamp: stamp(second),
});
const list = (...items: readonly object[]) => ({
  apiVersion: 'v1',
  items,
  kind: 'List',
  metadata: { resourceVersion: '' },
});
const hpa = (target: string) => `apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: ${target}, namespace: shop }
spec:
  scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: ${target} }
  maxReplicas: 10
`;
const deployment = (name: string) => `apiVersion: apps/v1
kind: Deployment
metadata: { name: ${name} }
spec: { template: { spec: { containers: [{ name: app, resources: { requests: { cpu: 500m } } }] } } }
`;

const podsOf = async (files: Readonly<Record<string, string>>) => {
  const set = await evidenceOf(files);
  expect(set.problems).toEqual([]);
  const [pods] = set.evidence.filter((one) => one.kind === 'pods');
  return { set, pods: pods?.pods ?? [], evidence: pods };
};

describe('pods', () => {
  it.each([
    ['JSON', JSON.stringify(list(podOf(2)))],
    ['YAML', stringify(list(podOf(2)))],
    ['one pod', JSON.stringify(podOf(2))],
    [
      'a PodList',
      JSON.stringify({
        apiVersion: 'v1',
        kind: 'PodList',
        items: [{ ...podOf(2), apiVersion: undefined, kind: undefined }],
      }),
    ],
  ])('tell their start, right to a second: %s', async (_, text) => {
    const { pods, evidence } = await podsOf({ 'pods.txt': text });
    expect(evidence?.resolutionSeconds).toBe(1);
    expect(pods).toMatchObject([
      {
        namespace: 'shop',
        workload: 'web',
        scheduledSeconds: 1,
        pulledSeconds: null,
        startedSeconds: 8,
        readySeconds: 20,
        restartCount: 0,
      },
    ]);
  });

  it.each([['in the same file'], ['in another file']])('are split by events %s', async (where) => {
    const events = [eventOf(2, 'Pulling', 2), eventOf(2, 'Pulled', 6), eventOf(2, 'Killing', 90)];
    const files: Record<string, string> = where.includes('same')
      ? { 'all.json': JSON.stringify(list(podOf(2), ...events)) }
      : { 'events.json': JSON.stringify(list(...events)), 'pods.json': JSON.stringify(list(podOf(2))) };
    const { pods } = await podsOf(files);
    expect(pods[0]).toMatchObject({ scheduledSeconds: 1, pulledSeconds: 6, startedSeconds: 8, readySeconds: 20 });
  });

  it('that restarted, never were ready or became ready again are no start, and counted', async () => {
    const { pods, set } = await podsOf({
      'p.json': JSON.stringify(
        list(podOf(2), podOf(3, { restarts: 2 }), podOf(4, { ready: -1 }), podOf(5, { ready: 90_000 })),
      ),
    });
    expect(pods.map(({ readySeconds }) => readySeconds)).toEqual([20, null, null, null]);
    expect(codesOf(set.warnings)).toEqual(['restarted', 'ready-again', 'never-ready']);
    expect(set.warnings[0].what).toMatch(/^1 of 4 pods have restarted/);
  });

  it('of other workloads are left out where a manifest tells which is meant, else named', async () => {
    const text = JSON.stringify(list(podOf(2), podOf(3, { workload: 'cart' })));
    const told = await podsOf({ 'pods.json': text, 'hpa.yaml': hpa('web') });
    expect(told.pods.map(({ workload }) => workload)).toEqual(['web']);
    expect(told.set.warnings[0]).toMatchObject({ code: 'other-workload' });
    expect(told.set.warnings[0].what).toMatch(/1 pods are of cart, and the manifests are of web/);
    const untold = await podsOf({ 'pods.json': text });
    expect(untold.pods.length).toBe(2);
    expect(codesOf(untold.set.warnings)).toEqual(['several-workloads']);
  });
});

describe('manifests', () => {
  it('are read in view of all files, with what is no autoscaler beside them', async () => {
    const set = await evidenceOf({ 'hpa.yaml': hpa('web'), 'deploy.yaml': deployment('web') });
    expect(set.problems).toEqual([]);
    expect(set.evidence).toMatchObject([
      { kind: 'manifests', manifests: [{ manifest: { target: 'web' } }] },
      { kind: 'manifests', manifests: [], workloads: [{ name: 'web', cpuRequest: 0.5 }] },
    ]);
    expect(set.warnings).toEqual([]);
  });

  it('come out of kubectl with pods among them', async () => {
    const all = list(
      { ...JSON.parse(JSON.stringify(podOf(2))) },
      {
        apiVersion: 'apps/v1',
        kind: 'Deployment',
        metadata: { name: 'web' },
        spec: { template: { spec: { containers: [{ name: 'app' }] } } },
      },
    );
    const set = await evidenceOf({ 'all.json': JSON.stringify(all) });
    expect(set.evidence.map(({ kind }) => kind).sort()).toEqual(['manifests', 'pods']);
  });

  it('of another workload are named, with the line', async () => {
    const set = await evidenceOf({ 'hpa.yaml': hpa('cart'), 'deploy.yaml': deployment('web') });
    expect(set.warnings).toMatchObject([{ code: 'other-workload', where: { line: 5 } }]);
    expect(set.warnings[0].what).toBe('cart scales cart, and the workloads are web');
  });

  it('that are broken hide no other file', async () => {
    const set = await evidenceOf({
      'hpa.yaml': hpa('web').replace('maxReplicas: 10', 'maxReplicas: many'),
      'deploy.yaml': deployment('web'),
    });
    expect(set.problems[0].where).toMatchObject({ line: 6 });
    expect(set.evidence.length).toBe(2);
  });
});
