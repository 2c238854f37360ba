import type { z } from 'zod';
import type { SourceDocument } from '../../base/document.js';
import { locate } from '../../base/locate.js';
import { type Problem, ProblemError, sortProblems } from '../../base/problem.js';
import { apiServerReasons } from '../apiServerReasons.js';
import { fieldAt } from '../fieldAt.js';
import { schemaProblems } from '../schemaProblems.js';
import { withoutNulls } from '../withoutNulls.js';
import { defaultFlags } from './controllerFlags.js';
import type { HpaSpec, MetricSpec, MetricTarget } from './hpaSpec.js';
import type { KubeQuantity } from './kubeQuantity.js';
import { type ManifestV1, type ManifestV2, manifestV1Schema, manifestV2Schema } from './manifestSchema.js';
import { completeRules, type Direction, type GivenRules } from './scalingRules.js';

/** A manifest as the controller sees it, and valid fields of it that change nothing here. */
export interface ReadHpa {
  readonly spec: HpaSpec;
  readonly warnings: readonly Problem[];
}

type SpecV2 = ManifestV2['spec'];
type MetricV2 = NonNullable<SpecV2['metrics']>[number];

/** Without metrics the API server fills in this one. Source: a description of pkg/apis/autoscaling/v2/defaults.go. */
const defaultCpuPercent = 80;
/** In autoscaling/v1 the API server keeps metrics and behavior of newer versions in annotations. */
const annotationPrefix = 'autoscaling.alpha.kubernetes.io/';

/**
 * Reads a HorizontalPodAutoscaler of autoscaling/v2, v2beta2 or v1.
 *
 * @throws ProblemError with everything that is wrong in it
 */
export function readHpaSpec(source: SourceDocument): ReadHpa {
  // The API server takes a null for a key that is not there.
  const value = withoutNulls(source.value);
  const version = String(fieldAt(value, ['apiVersion']));
  if (version === 'autoscaling/v1') return fromV1(parse(manifestV1Schema, value, source), source);
  if (version === 'autoscaling/v2' || version === 'autoscaling/v2beta2') {
    return fromV2(parse(manifestV2Schema, value, source), source);
  }
  throw new ProblemError([
    {
      code: 'unsupported-version',
      where: locate(source, ['apiVersion']),
      what: `apiVersion is ${version}, which Kubernetes no longer serves`,
      why: 'Its fields differ from those of autoscaling/v2, so it would be read wrongly.',
      fix: 'convert it: kubectl get hpa.v2.autoscaling NAME -o yaml, or kubectl convert.',
    },
  ]);
}

function parse<Schema extends z.ZodType>(schema: Schema, value: unknown, source: SourceDocument): z.output<Schema> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const place = (path: readonly PropertyKey[], isKey?: boolean) => locate(source, path, isKey);
  const subject = { value: source.value, schema, reasons: apiServerReasons, place };
  throw new ProblemError(sortProblems(schemaProblems(parsed.error.issues, subject)));
}

function fromV1({ metadata, spec }: ManifestV1, source: SourceDocument): ReadHpa {
  const hidden = Object.keys(metadata?.annotations ?? {}).filter((key) => key.startsWith(annotationPrefix));
  const lost = hidden.filter((key) => key.endsWith('/metrics') || key.endsWith('/behavior'));
  if (lost.length > 0) {
    throw new ProblemError([
      {
        code: 'hidden-metrics',
        where: locate(source, ['metadata', 'annotations', lost[0]], true),
        what: `${lost.join(' and ')} holds what autoscaling/v1 has no fields for`,
        why: 'The controller goes by it, and read as v1 it would be lost.',
        fix: 'write the manifest as autoscaling/v2: kubectl get hpa.v2.autoscaling NAME -o yaml.',
      },
    ]);
  }
  const { targetCPUUtilizationPercentage, ...rest } = spec;
  const metrics: MetricSpec[] =
    targetCPUUtilizationPercentage === undefined
      ? []
      : [cpuMetric(targetCPUUtilizationPercentage, ['spec', 'targetCPUUtilizationPercentage'])];
  return {
    spec: complete({ ...rest, metrics, name: metadata?.name, given: {}, hasBehavior: false }, source),
    warnings: [],
  };
}

function fromV2({ apiVersion, metadata, spec }: ManifestV2, source: SourceDocument): ReadHpa {
  const given: Partial<Record<Direction, GivenRules>> = {};
  if (spec.behavior?.scaleUp !== undefined) given.up = rulesOf(spec.behavior.scaleUp);
  if (spec.behavior?.scaleDown !== undefined) given.down = rulesOf(spec.behavior.scaleDown);
  const metrics = (spec.metrics ?? []).map(metricOf);
  const warnings = (spec.metrics ?? []).flatMap((metric, index) => metricWarnings(metric, index, source));
  if (apiVersion === 'autoscaling/v2beta2') {
    warnings.push({
      code: 'old-version',
      where: locate(source, ['apiVersion']),
      what: 'autoscaling/v2beta2 is read as autoscaling/v2',
      why: 'Both have the same fields; Kubernetes 1.26 and later no longer accept v2beta2.',
      fix: 'write apiVersion: autoscaling/v2.',
    });
  }
  const hasBehavior = spec.behavior !== undefined;
  return { spec: complete({ ...spec, metrics, name: metadata?.name, given, hasBehavior }, source), warnings };
}

interface Parts extends Pick<SpecV2, 'scaleTargetRef' | 'minReplicas' | 'maxReplicas'> {
  readonly name: string | undefined;
  readonly metrics: readonly MetricSpec[];
  readonly given: Readonly<Partial<Record<Direction, GivenRules>>>;
  readonly hasBehavior: boolean;
}

function complete(parts: Parts, source: SourceDocument): HpaSpec {
  const { name, scaleTargetRef, minReplicas, maxReplicas, metrics, given, hasBehavior } = parts;
  return {
    name: name ?? scaleTargetRef.name,
    target: scaleTargetRef.name,
    minReplicas: minReplicas ?? 1,
    maxReplicas,
    metrics: metrics.length > 0 ? metrics : [cpuMetric(defaultCpuPercent, ['spec'])],
    behavior: hasBehavior ? { up: completeRules('up', given.up), down: completeRules('down', given.down) } : undefined,
    tolerance: {
      upRatio: given.up?.toleranceRatio ?? defaultFlags.toleranceRatio,
      downRatio: given.down?.toleranceRatio ?? defaultFlags.toleranceRatio,
    },
    flags: defaultFlags,
    given: { hasMinReplicas: minReplicas !== undefined, hasMetrics: metrics.length > 0, rules: given },
    at: (path) => locate(source, path),
  };
}

function cpuMetric(percent: number, path: readonly PropertyKey[]): MetricSpec {
  return { source: 'resource', name: 'cpu', target: { kind: 'utilization', percent }, path };
}

type Rules = NonNullable<NonNullable<SpecV2['behavior']>['scaleUp']>;

function rulesOf({ stabilizationWindowSeconds, selectPolicy, policies, tolerance }: Rules): GivenRules {
  return { stabilizationSeconds: stabilizationWindowSeconds, selectPolicy, policies, toleranceRatio: tolerance?.value };
}

function metricOf(metric: MetricV2, index: number): MetricSpec {
  const at = (source: string): readonly PropertyKey[] => ['spec', 'metrics', index, source, 'target'];
  switch (metric.type) {
    case 'Resource': {
      const { name, target } = metric.resource;
      return { source: 'resource', name, target: targetOf(target), path: at('resource') };
    }
    case 'ContainerResource': {
      const { name, target } = metric.containerResource;
      return { source: 'resource', name, target: targetOf(target), path: at('containerResource') };
    }
    case 'Pods':
      return named('pods', metric.pods, at('pods'));
    case 'Object':
      return named('object', metric.object, at('object'));
    case 'External':
      return named('external', metric.external, at('external'));
  }
}

interface Named {
  readonly metric: { readonly name: string };
  readonly target: Target;
}

function named(source: 'pods' | 'object' | 'external', { metric, target }: Named, path: readonly PropertyKey[]) {
  return { source, name: metric.name, target: targetOf(target), path };
}

interface Target {
  readonly value?: KubeQuantity | undefined;
  readonly averageValue?: KubeQuantity | undefined;
  readonly averageUtilization?: number | undefined;
}

/** The schema has seen to it that exactly one is given. */
function targetOf({ value, averageValue, averageUtilization }: Target): MetricTarget {
  if (averageUtilization !== undefined) return { kind: 'utilization', percent: averageUtilization };
  if (averageValue !== undefined) return { kind: 'average', milli: averageValue.milli, text: averageValue.text };
  return { kind: 'value', milli: value?.milli ?? 0n, text: value?.text ?? '0' };
}

/** Fields of one metric that are right and change nothing in the simulation, each with what it would do. */
function metricWarnings(metric: MetricV2, index: number, source: SourceDocument): Problem[] {
  const warn = (path: readonly PropertyKey[], words: Pick<Problem, 'what' | 'why' | 'fix'>): Problem => {
    return { code: 'not-simulated', where: locate(source, ['spec', 'metrics', index, ...path], true), ...words };
  };
  if (metric.type === 'Resource') return typeWarning(metric.resource.target, ['resource', 'target', 'type'], warn);
  if (metric.type === 'ContainerResource') {
    const { container, target } = metric.containerResource;
    const path = ['containerResource', 'container'];
    const what = `container "${container}" is taken for the whole instance`;
    const why = 'A simulated instance has one container; in the cluster sidecars would be left out of use and request.';
    const fix = 'let the scenario describe this container alone: its vcpus, cpuRequest and the work it does.';
    return [warn(path, { what, why, fix }), ...typeWarning(target, ['containerResource', 'target', 'type'], warn)];
  }
  if (metric.type === 'Pods') {
    const { pods } = metric;
    return [...selectorWarning(pods, ['pods'], warn), ...typeWarning(pods.target, ['pods', 'target', 'type'], warn)];
  }
  if (metric.type === 'Object') {
    const { describedObject } = metric.object;
    const what = `describedObject ${describedObject.kind}/${describedObject.name} is not looked up`;
    const why = 'In the cluster it says whose value is read; here it is the metric of the service.';
    const fix = 'map the name to the metric that stands for it with --metric NAME=METRIC.';
    return [
      warn(['object', 'describedObject'], { what, why, fix }),
      ...selectorWarning(metric.object, ['object'], warn),
    ];
  }
  const { external } = metric;
  if (external.fallback === undefined) return selectorWarning(external, ['external'], warn);
  const what = 'fallback is not simulated';
  const why =
    'In a cluster with that feature (KEP 5679) it gives a count while the metric fails; here the count is held.';
  const fix = 'nothing to do where the metric does not fail.';
  return [...selectorWarning(external, ['external'], warn), warn(['external', 'fallback'], { what, why, fix })];
}

type Warn = (path: readonly PropertyKey[], words: Pick<Problem, 'what' | 'why' | 'fix'>) => Problem;

function selectorWarning(
  { metric }: { readonly metric: { readonly selector?: unknown } },
  path: readonly PropertyKey[],
  warn: Warn,
): Problem[] {
  if (metric.selector === undefined) return [];
  const what = 'the selector of the metric has no effect';
  const why = 'In the cluster it picks the series that are read; here a metric has one series a service.';
  const fix = 'map the name to the metric that stands for those series with --metric NAME=METRIC.';
  return [warn([...path, 'metric', 'selector'], { what, why, fix })];
}

function typeWarning(
  target: { readonly type: string; readonly averageUtilization?: unknown },
  path: readonly PropertyKey[],
  warn: Warn,
): Problem[] {
  const wanted = target.averageUtilization === undefined ? 'AverageValue' : 'Utilization';
  if (target.type === wanted) return [];
  const what = `type ${target.type} has no effect`;
  const why = `For this source the controller goes by the field that is given, which is that of ${wanted}.`;
  return [warn(path, { what, why, fix: `write type: ${wanted}.` })];
}
