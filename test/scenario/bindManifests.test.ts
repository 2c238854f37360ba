import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ProblemError } from '../../src/base/problem.js';
import { parsePolicySpec } from '../../src/policy/parsePolicySpec.js';
import type { Candidate, PolicySpec } from '../../src/policy/policySpec.js';
import { bindManifests } from '../../src/scenario/bindManifests.js';
import { parseScenario } from '../../src/scenario/load.js';
import '../support/seeded.js';

/** One manifest of each platform for a target; without one where the platform can do so. */
const manifests: Readonly<Record<string, (target: string) => string>> = {
  hpa: (target) => `
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: any }
spec: { scaleTargetRef: { kind: Deployment, name: ${target} }, minReplicas: 2, maxReplicas: 9, metrics: [{ type: Resource, resource: { name: cpu, target: { type: Utilization, averageUtilization: 60 } } }] }
`,
  keda: (target) => `
apiVersion: keda.sh/v1alpha1
kind: ScaledObject
metadata: { name: any }
spec: { scaleTargetRef: { name: ${target} }, minReplicaCount: 2, maxReplicaCount: 9, triggers: [{ type: cpu, metricType: Utilization, metadata: { value: "60" } }] }
`,
  'aws group': (target) =>
    JSON.stringify([
      {
        AutoScalingGroupName: target,
        PolicyName: 'cpu',
        PolicyType: 'TargetTrackingScaling',
        TargetTrackingConfiguration: {
          PredefinedMetricSpecification: { PredefinedMetricType: 'ASGAverageCPUUtilization' },
          TargetValue: 60,
        },
      },
      { AutoScalingGroupName: target, MinSize: 2, MaxSize: 9 },
    ]),
  'ecs service': (target) =>
    JSON.stringify([
      {
        ServiceNamespace: 'ecs',
        ResourceId: `service/production/${target}`,
        ScalableDimension: 'ecs:service:DesiredCount',
        PolicyName: 'cpu',
        PolicyType: 'TargetTrackingScaling',
        TargetTrackingScalingPolicyConfiguration: {
          PredefinedMetricSpecification: { PredefinedMetricType: 'ECSServiceAverageCPUUtilization' },
          TargetValue: 60,
        },
      },
      {
        ServiceNamespace: 'ecs',
        ResourceId: `service/production/${target}`,
        ScalableDimension: 'ecs:service:DesiredCount',
        MinCapacity: 2,
        MaxCapacity: 9,
      },
    ]),
};
const platforms = Object.keys(manifests);

function specOf(code: string): PolicySpec {
  return { kind: 'manifest', fileName: 'm.yaml', path: 'm.yaml', code, params: {}, metricNames: {} };
}

function candidateOf(bindings: Readonly<Record<string, PolicySpec>>): Candidate {
  return { name: 'm', source: 'm.yaml', hash: '0', params: {}, bindings };
}

function scenarioOf(names: readonly string[]) {
  return parseScenario({
    name: 'small',
    duration: '5m',
    traffic: { users: { executor: 'constant-arrival-rate', rate: 20 } },
    requests: { page: { route: Object.fromEntries(names.map((name) => [name, 1])), cpu: '10ms' } },
    services: Object.fromEntries(names.map((name) => [name, { instance: { cpuRequest: 1 } }])),
  });
}

/** Services that the manifest drives, or what is said against it. */
function boundOf(names: readonly string[], bindings: Readonly<Record<string, PolicySpec>>) {
  try {
    const { candidates, warnings } = bindManifests(scenarioOf(names), [candidateOf(bindings)]);
    return { drives: Object.keys(candidates[0].bindings), warnings: warnings.map(({ what }) => what) };
  } catch (thrown) {
    if (!(thrown instanceof ProblemError)) throw thrown;
    return { code: thrown.exitCode, problems: thrown.problems.map(({ what, fix }) => `${what}: ${fix}`) };
  }
}

describe.each(platforms)('a manifest of %s', (platform) => {
  const code = (target: string) => manifests[platform](target);

  it('drives the service that its target names', () => {
    expect(boundOf(['web'], { '*': specOf(code('web')) })).toEqual({ drives: ['web'], warnings: [] });
  });

  it('for another service is refused, with how to bind it, also where there is only one', () => {
    const { code: exit, problems } = boundOf(['web'], { '*': specOf(code('checkout')) });
    expect(exit).toBe(104);
    expect(problems).toHaveLength(1);
    expect(problems?.[0]).toMatch(/scales "(service\/production\/)?checkout", and the scenario has no such service/);
    expect(problems?.[0]).toContain("bind it: --policy 'web=m.yaml'");
  });

  it('with a slip in its target is told which service may be meant', () => {
    const { problems } = boundOf(['web', 'checkout'], { '*': specOf(code('chekout')) });
    expect(problems?.[0]).toContain('did you mean the service "checkout"? bind it: --policy \'checkout=m.yaml\'');
  });

  it('never drives several services: the others are named', () => {
    expect(boundOf(['a', 'b', 'c', 'd', 'e', 'web'], { '*': specOf(code('web')) })).toEqual({
      drives: ['web'],
      warnings: ['is for web; nothing scales a, b, c, d, e'],
    });
  });

  it('drives whatever it is bound to by name, which is consent', () => {
    const spec = specOf(code('checkout'));
    expect(boundOf(['web', 'api'], { web: spec, api: spec })).toEqual({ drives: ['web', 'api'], warnings: [] });
  });
});

describe('several manifests in one file', () => {
  it('go each to its own service', () => {
    const spec = specOf(`${manifests.hpa('web')}---${manifests.hpa('api')}`);
    expect(boundOf(['web', 'api', 'db'], { '*': spec })).toEqual({
      drives: ['web', 'api'],
      warnings: ['is for web, api; nothing scales db'],
    });
  });
});

describe('any manifest without a binding', () => {
  it('drives exactly the services of its target, or is refused', () => {
    const name = fc.constantFrom('web', 'api', 'checkout', 'db');
    fc.assert(
      fc.property(
        fc.constantFrom(...platforms),
        fc.uniqueArray(name, { minLength: 1 }),
        name,
        (platform, names, target) => {
          const { drives, problems } = boundOf(names, { '*': specOf(manifests[platform](target)) });
          if (names.includes(target)) expect(drives).toEqual([target]);
          else expect(problems).toHaveLength(1);
        },
      ),
    );
  });

  it('is bound by the text that the message gives', () => {
    const { problems } = boundOf(['web', 'api'], { '*': specOf(manifests.hpa('shop')) });
    const text = /--policy '([^']+)'/.exec(problems?.[0] ?? '')?.[1] ?? '';
    const [{ references }] = parsePolicySpec(text);
    expect(references.map(({ serviceName, target }) => [serviceName, target])).toEqual([['web', 'm.yaml']]);
  });
});
