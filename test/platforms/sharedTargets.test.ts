import { describe, expect, it } from 'vitest';
import { readManifests } from '../../src/platforms/readManifestSet.js';
import { scaledObjectText } from './keda/manifestText.js';

const hpa = (name: string, target: string, more = {}) =>
  JSON.stringify({
    apiVersion: 'autoscaling/v2',
    kind: 'HorizontalPodAutoscaler',
    metadata: { name, ...more },
    spec: { scaleTargetRef: { kind: 'Deployment', name: target }, minReplicas: 1, maxReplicas: 9 },
  });
const tracking = (group: string) =>
  JSON.stringify({
    AutoScalingGroupName: group,
    PolicyType: 'TargetTrackingScaling',
    TargetTrackingConfiguration: {
      TargetValue: 60,
      PredefinedMetricSpecification: { PredefinedMetricType: 'ASGAverageCPUUtilization' },
    },
  });

/** Level and reason of what each document is told about its target. */
function sharedLints(...documents: readonly string[]): string[] {
  const text = documents.join('\n---\n');
  return readManifests({ text, file: 'all.yaml', params: {}, metricNames: {} }).flatMap(({ manifest }) =>
    manifest
      .lint()
      .filter(({ code }) => code === 'shared-target')
      .map(({ level, where, why }) => `${level} ${where.line} ${why}`),
  );
}

describe('two manifests of one file', () => {
  it.each([
    ['HPAs for one Deployment do nothing', hpa('a', 'web'), hpa('b', 'web'), /^error \d+ .*AmbiguousSelector/],
    ['a ScaledObject and an HPA fight', scaledObjectText({}), hpa('b', 'worker'), /^error \d+ .*two controllers/],
    ['AWS policies of one group belong into one list', tracking('web'), tracking('web'), /^error \d+ .*act together/],
  ])('%s', (_claim, one, other, lint) => {
    const lints = sharedLints(one, other);
    expect(lints).toHaveLength(2);
    for (const text of lints) expect(text).toMatch(lint);
  });

  it.each([
    ['of other targets', hpa('a', 'web'), hpa('b', 'api')],
    ['of the same name in other namespaces', hpa('a', 'web'), hpa('b', 'web', { namespace: 'test' })],
    ['of other platforms', hpa('a', 'web'), tracking('web')],
  ])('may stand side by side: %s', (_claim, one, other) => {
    expect(sharedLints(one, other)).toEqual([]);
  });
});
