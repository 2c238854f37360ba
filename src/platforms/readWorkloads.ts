import { z } from 'zod';
import type { SourceDocument } from '../base/document.js';
import { locate } from '../base/locate.js';
import { suggestion } from '../base/nearest.js';
import { type Problem, ProblemError, sortProblems } from '../base/problem.js';
import { fieldAt, withoutNulls } from './fieldAt.js';
import { type KubeQuantity, kubeQuantitySchema } from './kubernetesHpa/kubeQuantity.js';
import { manifestDocuments } from './manifestDocuments.js';
import { containerDescriptions, containerEffects, podDescriptions, podEffects } from './podFields.js';
import { probeSchema, readProbes, type WorkloadProbe } from './readProbes.js';
import { apiServerReasons, schemaProblems } from './schemaProblems.js';

/** What a Deployment, StatefulSet, Pod or PodTemplate says of one of its pods. */
export interface Workload {
  readonly kind: string;
  readonly name: string;
  /** vCPUs; undefined as soon as one container says none. So are the three after it. */
  readonly cpuRequest: number | undefined;
  readonly cpuLimit: number | undefined;
  readonly memoryRequestBytes: number | undefined;
  readonly memoryLimitBytes: number | undefined;
  readonly containerCount: number;
  readonly graceSeconds: number;
  readonly probes: readonly WorkloadProbe[];
  /** What of it has no place in a scenario. */
  readonly notes: readonly Problem[];
  /** Where a path of its pod stands. */
  placeOf(path: readonly PropertyKey[]): Problem['where'];
}

/** terminationGracePeriodSeconds. Source: the API reference of core/v1. */
const GRACE_DEFAULT_SECONDS = 30;

/** Where each kind keeps the spec of its pods. */
const podPaths: Readonly<Record<string, readonly string[]>> = {
  Deployment: ['spec', 'template', 'spec'],
  StatefulSet: ['spec', 'template', 'spec'],
  PodTemplate: ['template', 'spec'],
  Pod: ['spec'],
};

const amounts = z
  .looseObject({
    cpu: kubeQuantitySchema('nonNegative').optional(),
    memory: kubeQuantitySchema('nonNegative').optional(),
  })
  .default({});

const podSchema = z.looseObject({
  terminationGracePeriodSeconds: z.int().min(0).default(GRACE_DEFAULT_SECONDS),
  containers: z
    .array(
      z.looseObject({
        name: z.string().optional(),
        resources: z.looseObject({ requests: amounts, limits: amounts }).prefault({}),
        readinessProbe: probeSchema.optional(),
        livenessProbe: probeSchema.optional(),
        startupProbe: probeSchema.optional(),
      }),
    )
    .min(1),
});

type Container = z.output<typeof podSchema>['containers'][number];

/**
 * Every workload of a file; its other documents are passed over.
 *
 * @throws ProblemError when the file cannot be parsed, or a workload in it is wrong
 */
export function readWorkloads(text: string, file: string): Workload[] {
  const problems: Problem[] = [];
  const workloads = manifestDocuments(text, file).flatMap((source): Workload[] => {
    if (!isWorkload(source)) return [];
    const read = readWorkload(source);
    if (!Array.isArray(read)) return [read];
    problems.push(...read);
    return [];
  });
  if (problems.length > 0) throw new ProblemError(sortProblems(problems));
  return workloads;
}

/** Whether a document says what the pods of a workload are. */
export function isWorkload({ value }: SourceDocument): boolean {
  return Object.hasOwn(podPaths, String(fieldAt(value, ['kind'])));
}

/** One workload, or of its containers one alone. @returns it, or what is wrong with it */
export function readWorkload(source: SourceDocument, container?: string): Workload | Problem[] {
  const path = podPaths[String(fieldAt(source.value, ['kind']))];
  const result = podSchema.safeParse(withoutNulls(fieldAt(source.value, path)));
  if (result.success) {
    const { containers } = result.data;
    const chosen = container === undefined ? containers : containers.filter(({ name }) => name === container);
    return workloadOf(source, path, { ...result.data, containers: chosen });
  }
  const place = (inner: readonly PropertyKey[], isKey?: boolean) => locate(source, inner, isKey);
  const issues = result.error.issues.map((issue) => ({ ...issue, path: [...path, ...issue.path] }));
  return schemaProblems(issues, { value: source.value, schema: podSchema, reasons: apiServerReasons, place });
}

function workloadOf(source: SourceDocument, path: readonly string[], pod: z.output<typeof podSchema>): Workload {
  const { containers, terminationGracePeriodSeconds } = pod;
  const requestOf = ({ resources }: Container, name: 'cpu' | 'memory') =>
    // A limit without a request is the request, too.
    resources.requests[name] ?? resources.limits[name];
  const placeOf = (inner: readonly PropertyKey[]) => locate(source, [...path, ...inner], true);
  return {
    kind: String(fieldAt(source.value, ['kind'])),
    name: String(fieldAt(source.value, ['metadata', 'name']) ?? ''),
    cpuRequest: sumOf(containers.map((container) => requestOf(container, 'cpu'))),
    cpuLimit: sumOf(containers.map(({ resources }) => resources.limits.cpu)),
    memoryRequestBytes: sumOf(containers.map((container) => requestOf(container, 'memory'))),
    memoryLimitBytes: sumOf(containers.map(({ resources }) => resources.limits.memory)),
    containerCount: containers.length,
    graceSeconds: terminationGracePeriodSeconds,
    probes: readProbes(containers),
    notes: [
      ...fieldNotes(pod, { effects: podEffects, descriptions: podDescriptions, placeOf }),
      ...containers.flatMap((container, index) => {
        const place = (inner: readonly PropertyKey[]) => placeOf(['containers', index, ...inner]);
        return fieldNotes(container, {
          effects: containerEffects,
          descriptions: containerDescriptions,
          placeOf: place,
        });
      }),
    ],
    placeOf,
  };
}

function sumOf(quantities: readonly (KubeQuantity | undefined)[]): number | undefined {
  const known = quantities.filter((quantity) => quantity !== undefined);
  if (known.length < quantities.length) return undefined;
  // In thousandths, so that 100m + 200m is 0.3.
  return Number(known.reduce((sum, { milli }) => sum + milli, 0n)) / 1000;
}

interface FieldWords {
  readonly effects: Readonly<Record<string, string>>;
  readonly descriptions: readonly string[];
  placeOf(path: readonly PropertyKey[]): Problem['where'];
}

function fieldNotes(value: object, { effects, descriptions, placeOf }: FieldWords): Problem[] {
  const known = [...descriptions, ...Object.keys(effects)];
  return Object.keys(value).flatMap((key): Problem[] => {
    if (descriptions.includes(key)) return [];
    const where = placeOf([key]);
    if (!Object.hasOwn(effects, key)) {
      const why = 'The API server refuses it, or drops it without notice; nothing reads it here.';
      return [{ code: 'unknown-key', where, what: `unknown key "${key}"`, why, fix: suggestion(key, known) }];
    }
    const fix = 'keep the difference in mind when you read the results.';
    return [
      { code: 'not-simulated', where, what: `\`${key}\` is not taken`, why: `In the cluster ${effects[key]}.`, fix },
    ];
  });
}
