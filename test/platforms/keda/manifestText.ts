import { isProblem, parseDocuments, type SourceDocument } from '../../../src/base/document.js';
import { ProblemError } from '../../../src/base/problem.js';
import { keda } from '../../../src/platforms/keda/kedaPlatform.js';
import type { Manifest, ServiceFacts } from '../../../src/platforms/platform.js';
import { definitionPolicy } from '../../../src/policy/definitionPolicy.js';
import type { LoadedPolicy } from '../../../src/policy/policy.js';

/** A ScaledObject with one RabbitMQ trigger; `spec` and `triggers` are lines of YAML at their depth. */
export function scaledObjectText({ spec = '', triggers = rabbitmq, annotations = '' }: Partial<Parts> = {}): string {
  return [
    'apiVersion: keda.sh/v1alpha1',
    'kind: ScaledObject',
    'metadata:',
    '  name: worker',
    ...(annotations === '' ? [] : ['  annotations:', `    ${annotations}`]),
    'spec:',
    '  scaleTargetRef: { name: worker }',
    ...(spec === '' ? [] : [spec]),
    '  triggers:',
    triggers,
    '',
  ].join('\n');
}

interface Parts {
  readonly spec: string;
  readonly triggers: string;
  readonly annotations: string;
}

export const rabbitmq =
  '    - { type: rabbitmq, metadata: { queueName: jobs, mode: QueueLength, value: "10", activationValue: "5" } }';

export function parse(text: string): SourceDocument {
  const [source] = parseDocuments(text, 'worker.yaml');
  if (source === undefined || isProblem(source)) throw new Error('the test has a broken document');
  return source;
}

export function read(text: string, metricNames: Readonly<Record<string, string>> = {}): Manifest {
  return keda.read(parse(text), { metricNames });
}

/** `line:column code` of every problem. */
export function problemsOf(text: string, metricNames: Readonly<Record<string, string>> = {}): string[] {
  try {
    read(text, metricNames);
    return [];
  } catch (thrown) {
    if (!(thrown instanceof ProblemError)) throw thrown;
    return thrown.problems.map(({ where, code }) => `${where.line}:${where.column} ${code}`);
  }
}

export function policyOf(text: string, metricNames: Readonly<Record<string, string>> = {}): LoadedPolicy {
  const { definition } = read(text, metricNames);
  return definitionPolicy({
    fileName: 'worker.yaml',
    name: 'worker',
    params: {},
    fresh: () => definition,
    toFault: (thrown) => (thrown instanceof Error ? thrown : new Error(String(thrown))),
  });
}

export const service: ServiceFacts = {
  name: 'worker',
  vcpus: 1,
  cpuRequest: undefined,
  memoryBytes: undefined,
  memoryRequestBytes: undefined,
  concurrency: 1,
  minCount: 0,
  maxCount: 100,
  hasCentralQueue: true,
  startupMeanSeconds: 30,
  telemetry: { loss: 0, metrics: {} },
  metrics: ['cpu_utilization', 'queue_depth', 'request_rate'],
};
