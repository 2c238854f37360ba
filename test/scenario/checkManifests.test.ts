import { describe, expect, it } from 'vitest';
import { ProblemError } from '../../src/base/problem.js';
import type { Candidate } from '../../src/policy/policySpec.js';
import { checkManifests } from '../../src/scenario/checkManifests.js';
import { parseScenario } from '../../src/scenario/load.js';
import type { ScenarioInput } from '../../src/scenario/schema.js';
import { serviceFacts } from '../../src/scenario/serviceFacts.js';

const plain: ScenarioInput = {
  name: 'small',
  duration: '5m',
  traffic: { users: { executor: 'constant-arrival-rate', rate: 20 } },
  requests: { page: { route: 'web', cpu: '10ms' } },
  services: { web: { instance: { cpuRequest: 1, drain: '30s' }, scaling: { min: 0, max: 30, initial: 1 } } },
};

function candidateOf(code: string, metricNames: Readonly<Record<string, string>> = {}): Candidate {
  const spec = { kind: 'manifest', fileName: 'hpa.yaml', path: 'hpa.yaml', code, params: {}, metricNames } as const;
  return { name: 'hpa', source: 'hpa.yaml', hash: '0', params: {}, bindings: { '*': spec } };
}

/** `code what fix` of what the user is told about a run that may begin. */
function toldOf(code: string, metricNames: Readonly<Record<string, string>> = {}, more: Partial<ScenarioInput> = {}) {
  return checkManifests(parseScenario({ ...plain, ...more }), [candidateOf(code, metricNames)]).map(
    ({ code: name, what, fix }) => `${name}: ${what}; ${fix}`,
  );
}

const hpa = `
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: web }
spec:
  scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: web }
  minReplicas: 1
  maxReplicas: 9
  metrics:
    - type: Pods
      pods: { metric: { name: http_rps }, target: { type: AverageValue, averageValue: 20 } }
`;
const scaledObject = `
apiVersion: keda.sh/v1alpha1
kind: ScaledObject
metadata: { name: web }
spec:
  scaleTargetRef: { name: web }
  maxReplicaCount: 9
  triggers: [{ type: rabbitmq, metadata: { queueName: jobs, host: x, mode: QueueLength, value: "10" } }]
`;
const deployment = (cpu: string) => `---
kind: Deployment
metadata: { name: web }
spec:
  template: { spec: { containers: [{ name: a, resources: { requests: { cpu: ${cpu} } } }] } }
`;

describe('a name of --metric', () => {
  it('that the manifest asks for is taken without a word', () => {
    expect(toldOf(hpa, { http_rps: 'request_rate' })).toEqual([]);
    expect(toldOf(scaledObject, { s0: 'queue_depth' }, { gateway: { queue: {} } }).join()).not.toContain(
      'unused-metric-name',
    );
  });

  it('that no manifest asks for is told, with the one that may be meant', () => {
    expect(toldOf(hpa, { http_rps: 'request_rate', http_rpm: 'request_rate' })).toEqual([
      'unused-metric-name: no manifest asks for a metric named "http_rpm", so http_rpm=request_rate has no effect; Did you mean "http_rps"? Known: http_rps.',
    ]);
  });
});

describe('a ScaledObject that may stop its target', () => {
  const wakes = (text: string, more: Partial<ScenarioInput>, names = {}) =>
    toldOf(text, names, more).filter((line) => line.startsWith('never-wakes'));

  it('is told that nothing would start it again without a central queue', () => {
    expect(wakes(scaledObject, {})).toEqual([
      'never-wakes: web may stop, and nothing would start it again; add gateway.queue to the scenario, or keep one instance.',
    ]);
  });

  it.each<[string, string, Partial<ScenarioInput>, Record<string, string>]>([
    ['requests wait at the gateway', scaledObject, { gateway: { queue: {} } }, {}],
    ['it keeps an instance', scaledObject.replace('maxReplica', 'minReplicaCount: 1\n  maxReplica'), {}, {}],
    ['refused requests raise its metric', scaledObject, {}, { s0: 'request_rate' }],
  ])('is not where %s', (_claim, text, more, names) => {
    expect(wakes(text, more, names)).toEqual([]);
  });
});

describe('a Deployment in the file of its autoscaler', () => {
  it('that has other requests than the service is told, with the settings that take them over', () => {
    expect(toldOf(hpa + deployment('500m'), { http_rps: 'request_rate' })).toEqual([
      'workload-differs: Deployment "web" has cpuRequest 0.5, which the service "web" does not have; take them over: --set services.web.instance.cpuRequest=0.5',
    ]);
  });

  it('that says what the scenario says is not spoken of', () => {
    expect(toldOf(hpa + deployment('1'), { http_rps: 'request_rate' })).toEqual([]);
  });

  it('that is wrong keeps the run from beginning', () => {
    expect(() => toldOf(hpa + deployment('1core'), { http_rps: 'request_rate' })).toThrow(ProblemError);
  });
});

describe('the facts of a service', () => {
  it('say whether requests wait at the gateway', () => {
    const facts = [plain, { ...plain, gateway: { queue: {} } }].map((input) =>
      serviceFacts(parseScenario(input), 'web'),
    );
    expect(facts.map(({ hasCentralQueue }) => hasCentralQueue)).toEqual([false, true]);
  });
});
