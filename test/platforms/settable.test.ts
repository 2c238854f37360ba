import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isProblem, parseDocuments } from '../../src/base/document.js';
import { exitCode } from '../../src/base/exitCode.js';
import { ProblemError } from '../../src/base/problem.js';
import { platforms } from '../../src/platforms/index.js';
import { readManifests } from '../../src/platforms/readManifestSet.js';
import { resolveCandidates } from '../../src/policy/candidates.js';
import type { Params } from '../../src/policy/policy.js';
import { checkManifests } from '../../src/scenario/checkManifests.js';
import { parseScenario } from '../../src/scenario/load.js';
import { alarm } from '../support/alarm.js';
import { temporaryFolder } from '../support/runCli.js';
import { scaledObjectText } from './keda/manifestText.js';

const hpa = (version: string, more = '') => `
apiVersion: autoscaling/${version}
kind: HorizontalPodAutoscaler
metadata: { name: web }
spec: { scaleTargetRef: { kind: Deployment, name: web }, maxReplicas: 30${more} }
`;
const job = `
apiVersion: keda.sh/v1alpha1
kind: ScaledJob
metadata: { name: worker }
spec:
  jobTargetRef: { template: {} }
  triggers: [{ type: rabbitmq, metadata: { queueName: jobs, mode: QueueLength, value: "10" } }]
`;
const configuration = {
  TargetValue: 60,
  PredefinedMetricSpecification: { PredefinedMetricType: 'ASGAverageCPUUtilization' },
};
const ecs = { ServiceNamespace: 'ecs', ResourceId: 'service/a/b', ScalableDimension: 'ecs:service:DesiredCount' };
const awsTexts: Readonly<Record<string, unknown>> = {
  'a target tracking configuration': configuration,
  'target tracking of a group': [
    { AutoScalingGroupName: 'web', PolicyType: 'TargetTrackingScaling', TargetTrackingConfiguration: configuration },
    { AutoScalingGroupName: 'web', MinSize: 1, MaxSize: 9 },
  ],
  'step scaling of a group': [
    {
      AutoScalingGroupName: 'web',
      PolicyName: 'move',
      PolicyType: 'StepScaling',
      AdjustmentType: 'PercentChangeInCapacity',
      StepAdjustments: [{ MetricIntervalLowerBound: 0, ScalingAdjustment: 10 }],
    },
    alarm,
  ],
  'simple scaling of a group': [
    { AutoScalingGroupName: 'web', PolicyName: 'move', AdjustmentType: 'ChangeInCapacity', ScalingAdjustment: 1 },
    alarm,
  ],
  'target tracking of ECS': [
    {
      ...ecs,
      PolicyType: 'TargetTrackingScaling',
      TargetTrackingScalingPolicyConfiguration: {
        TargetValue: 60,
        PredefinedMetricSpecification: { PredefinedMetricType: 'ECSServiceAverageCPUUtilization' },
      },
    },
    { ...ecs, MinCapacity: 1 },
  ],
  'a CloudFormation template': {
    Resources: {
      Track: {
        Type: 'AWS::AutoScaling::ScalingPolicy',
        Properties: {
          AutoScalingGroupName: 'web',
          PolicyType: 'TargetTrackingScaling',
          TargetTrackingConfiguration: configuration,
        },
      },
    },
  },
};

const texts: Readonly<Record<string, string>> = {
  'an HPA of autoscaling/v2': hpa('v2'),
  'an HPA of autoscaling/v1': hpa('v1'),
  'a ScaledObject': scaledObjectText({}),
  'a ScaledJob': job,
  ...Object.fromEntries(Object.entries(awsTexts).map(([name, value]) => [name, JSON.stringify(value)])),
};

/** A value for a field by the end of its name; counts otherwise. */
function valueFor(path: string): number | string | boolean {
  if (path.endsWith('selectPolicy')) return 'Min';
  if (path.endsWith('tolerance')) return 0.05;
  if (path === 'kubernetesVersion') return 1.35;
  if (path === 'flags.currentFrom') return 'status';
  if (path.endsWith('DisableScaleIn') || path.endsWith('Enabled')) return true;
  return path.endsWith('idleReplicaCount') ? 0 : 2;
}

function settableOf(text: string): readonly string[] {
  const [source] = parseDocuments(text, 'file.yaml');
  if (source === undefined || isProblem(source)) throw new Error('the test has a broken document');
  const platform = platforms.find((one) => one.recognises(source.value));
  return (platform?.settable(source) ?? []).filter((field) => typeof field === 'string');
}

function codesOf(text: string, params: Params): string[] {
  try {
    readManifests({ text, file: 'file.yaml', params, metricNames: {} });
    return [];
  } catch (thrown) {
    if (!(thrown instanceof ProblemError)) throw thrown;
    return thrown.problems.map(({ code, what, fix }) => `${code}: ${what}; ${fix}`);
  }
}

const cases = Object.entries(texts).flatMap(([name, text]) =>
  settableOf(text).map((path) => [name, path, text] as const),
);

describe('fields that a manifest leaves out', () => {
  it('are many for every form', () => {
    for (const [name, text] of Object.entries(texts)) expect(settableOf(text).length, name).toBeGreaterThan(0);
  });

  it.each(cases)('of %s: %s can be set', (_name, path, text) => {
    expect(codesOf(text, { [path]: valueFor(path) })).toEqual([]);
  });

  it.each(cases)('of %s: %s is not taken by another field, so nonsense in it is a problem', (_name, path, text) => {
    expect(codesOf(text, { [path]: 'nonsense' })).not.toEqual([]);
  });

  it.each([
    [
      hpa('v2'),
      { stabilizationWindowSeconds: 60 },
      'ambiguous-parameter: the parameter "stabilizationWindowSeconds" fits several fields: spec.behavior.scaleUp.stabilizationWindowSeconds, spec.behavior.scaleDown.stabilizationWindowSeconds; write more of the path: spec.behavior.scaleUp.stabilizationWindowSeconds=...',
    ],
    [hpa('v2'), { minReplica: 2 }, 'unknown-parameter: has no field "minReplica"; did you mean minReplicas?'],
    [
      hpa('v1'),
      { selectPolicy: 'Min' },
      'unknown-parameter: has no field "selectPolicy"; name a scalar field of the manifest.',
    ],
    [
      scaledObjectText({}),
      { coldownPeriod: 2 },
      'unknown-parameter: has no field "coldownPeriod"; did you mean cooldownPeriod?',
    ],
    [
      JSON.stringify(configuration),
      { EstimatedInstanceWarmup: 9 },
      'unknown-parameter: has no field "EstimatedInstanceWarmup"; name a scalar field of the manifest.',
    ],
  ])('are told when they are ambiguous or unknown: %#', (text, params, problem) => {
    expect(codesOf(text, params)).toEqual([problem]);
  });

  it('may hang from a key that is null', () => {
    expect(codesOf(hpa('v2', ', behavior: null'), { 'scaleDown.stabilizationWindowSeconds': 9 })).toEqual([]);
  });
});

describe('a list of parameters', () => {
  const scenario = parseScenario({
    name: 'small',
    duration: '5m',
    traffic: { users: { executor: 'constant-arrival-rate', rate: 20 } },
    requests: { page: { route: 'web', cpu: '10ms' } },
    services: { web: { instance: { cpuRequest: 1 }, scaling: { min: 1, max: 30 } } },
  });

  it('makes a candidate of each value, and wrong ones end with exit code 104', async () => {
    const { path, remove } = temporaryFolder({});
    writeFileSync(join(path, 'hpa.yaml'), hpa('v2'));
    const resolve = (text: string) => resolveCandidates({ texts: [text], baseFolder: path });
    const candidates = await resolve('hpa.yaml?minReplicas=4,8');
    expect(candidates.map(({ name, params }) => [name, params.minReplicas])).toEqual([
      ['hpa?minReplicas=4', 4],
      ['hpa?minReplicas=8', 8],
    ]);
    expect(() => checkManifests(scenario, candidates)).not.toThrow();
    const wrong = await resolve('hpa.yaml?minReplica=4');
    expect(() => checkManifests(scenario, wrong)).toThrow(expect.objectContaining({ exitCode: exitCode.invalidInput }));
    expect(exitCode.invalidInput).toBe(104);
    remove();
  });
});
