import { locate } from '../../base/locate.js';
import { ProblemError, sortProblems } from '../../base/problem.js';
import { fieldAt, withoutNulls } from '../fieldAt.js';
import { apiServerReasons, schemaProblems } from '../schemaProblems.js';
import { annotationPath, droppedAnnotations, readAnnotation } from './annotations.js';
import { defaultFlags } from './controllerFlags.js';
import { takeCurrentFrom } from './currentFrom.js';
import { takeVersion } from './kubernetesVersion.js';
import { lintTarget } from './lintTarget.js';
import { behaviorSchema, manifestV1Schema, manifestV2beta1Schema, manifestV2Schema, } from './manifestSchema.js';
import { metricSpecOf } from './metricSpecOf.js';
import { metricWarnings } from './metricWarnings.js';
import { metricOfOld, oldMetricsSchema } from './oldMetric.js';
import { completeRules } from './scalingRules.js';
import { selectionStrategyWarning, toleranceProblem, zeroProblem } from './versionedFields.js';
/** Without metrics the API server fills in this one. Source: kubernetes/kubernetes pkg/apis/autoscaling/v2/defaults.go. */
const defaultCpuPercent = 80;
const forms = {
    'autoscaling/v2': fromV2,
    'autoscaling/v2beta2': fromV2,
    'autoscaling/v2beta1': fromV2beta1,
    'autoscaling/v1': fromV1,
};
/**
 * Reads a HorizontalPodAutoscaler of autoscaling/v2, v2beta2, v2beta1 or v1.
 *
 * @throws ProblemError with everything that is wrong in it
 */
export function readHpaSpec(source) {
    const { version, value: ofVersion } = takeVersion(source);
    const { currentFrom, value } = takeCurrentFrom({ ...source, value: ofVersion });
    // The API server takes a null for a key that is not there.
    const clean = { ...source, value: withoutNulls(value) };
    const form = forms[String(fieldAt(value, ['apiVersion']))];
    if (form !== undefined)
        return complete(form(clean), { version, currentFrom }, source);
    throw new ProblemError([
        {
            code: 'unsupported-version',
            where: locate(source, ['apiVersion']),
            what: `apiVersion is ${String(fieldAt(value, ['apiVersion']))}, which Kubernetes no longer serves`,
            why: 'Its fields differ from those of autoscaling/v2, so it would be read wrongly.',
            fix: 'convert it: kubectl get hpa.v2.autoscaling NAME -o yaml, or kubectl convert.',
        },
    ]);
}
function parse(schema, source) {
    const parsed = schema.safeParse(source.value);
    if (parsed.success)
        return parsed.data;
    const place = (path, isKey) => locate(source, path, isKey);
    const subject = { value: source.value, schema, reasons: apiServerReasons, place };
    const problems = schemaProblems(parsed.error.issues, subject);
    throw new ProblemError(sortProblems(withNamesOfVersions(problems, String(fieldAt(source.value, ['apiVersion'])))));
}
function fromV1(source) {
    const { metadata, spec } = parse(manifestV1Schema, source);
    const { targetCPUUtilizationPercentage: percent } = spec;
    const annotated = readAnnotation('metrics', oldMetricsSchema, source);
    const behavior = readAnnotation('behavior', behaviorSchema, source);
    const cpu = ['spec', 'targetCPUUtilizationPercentage'];
    return {
        name: metadata?.name,
        spec,
        // The conversion puts the CPU target last.
        metrics: [
            ...placedOld(annotated.value ?? [], () => annotationPath('metrics')),
            ...(percent === undefined ? [] : [{ metric: cpuMetric(percent), pathOf: () => cpu }]),
        ],
        behavior: behavior.value,
        warnings: [],
        lints: [...annotated.lints, ...behavior.lints],
    };
}
function fromV2beta1(source) {
    const { metadata, spec } = parse(manifestV2beta1Schema, source);
    const behavior = readAnnotation('behavior', behaviorSchema, source);
    return {
        name: metadata?.name,
        spec,
        metrics: placedOld(spec.metrics ?? [], (index, inner) => ['spec', 'metrics', index, ...inner.slice(0, 1)]),
        behavior: behavior.value,
        warnings: [oldVersion('v2beta1', '1.25', source)],
        lints: [...behavior.lints, ...droppedAnnotations(['metrics'], source)],
    };
}
function fromV2(source) {
    const { apiVersion, metadata, spec } = parse(manifestV2Schema, source);
    const metrics = (spec.metrics ?? []).map((metric, index) => {
        return { metric, pathOf: (inner) => ['spec', 'metrics', index, ...inner] };
    });
    return {
        name: metadata?.name,
        spec,
        metrics,
        behavior: spec.behavior,
        warnings: [
            ...(apiVersion === 'autoscaling/v2beta2' ? [oldVersion('v2beta2', '1.26', source)] : []),
            ...selectionStrategyWarning(spec.selectionStrategy, source),
        ],
        lints: droppedAnnotations(['metrics', 'behavior'], source),
    };
}
function placedOld(metrics, pathOf) {
    return metrics.map((metric, index) => ({ metric: metricOfOld(metric), pathOf: (inner) => pathOf(index, inner) }));
}
function oldVersion(name, lastedUntil, source) {
    return {
        code: 'old-version',
        where: locate(source, ['apiVersion']),
        what: `autoscaling/${name} is read as the autoscaling/v2 that it was converted to`,
        why: `Kubernetes ${lastedUntil} and later do not serve ${name}.`,
        fix: 'write apiVersion: autoscaling/v2.',
    };
}
function complete(form, { version, currentFrom }, source) {
    const { name, spec, behavior, lints } = form;
    const { scaleTargetRef, minReplicas, maxReplicas } = spec;
    const given = givenRules(behavior);
    const refused = [
        zeroProblem(minReplicas, form.metrics, source),
        ...['scaleUp', 'scaleDown'].map((key) => toleranceProblem(behavior?.[key]?.tolerance, version, locate(source, ['spec', 'behavior', key, 'tolerance'], true))),
    ].filter((problem) => problem !== undefined);
    if (refused.length > 0)
        throw new ProblemError(refused);
    const toleranceOf = (direction) => (version.readsTolerance ? given[direction]?.toleranceRatio : undefined) ?? defaultFlags.toleranceRatio;
    const metrics = form.metrics.map(({ metric, pathOf }) => metricSpecOf(metric, pathOf));
    const warnings = form.metrics.flatMap(({ metric, pathOf }) => metricWarnings(metric, (inner) => locate(source, pathOf(inner), true)));
    return {
        warnings: [...warnings, ...form.warnings],
        spec: {
            name: name ?? scaleTargetRef.name,
            target: scaleTargetRef.name,
            minReplicas: minReplicas ?? 1,
            maxReplicas,
            metrics: metrics.length > 0 ? metrics : [defaultMetric],
            behavior: behavior === undefined
                ? undefined
                : { up: completeRules('up', given.up), down: completeRules('down', given.down) },
            tolerance: { upRatio: toleranceOf('up'), downRatio: toleranceOf('down') },
            flags: { ...defaultFlags, wakesAnyZero: !version.wakesOnlyOwnZero, currentFrom },
            version,
            given: {
                hasMinReplicas: minReplicas !== undefined,
                hasMetrics: metrics.length > 0,
                rules: given,
                lints: [...lintTarget(source), ...lints],
            },
            at: (path) => locate(source, path),
        },
    };
}
function cpuMetric(averageUtilization) {
    return { type: 'Resource', resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization } } };
}
const defaultMetric = metricSpecOf(cpuMetric(defaultCpuPercent), () => ['spec']);
function givenRules(behavior) {
    const { scaleUp, scaleDown } = behavior ?? {};
    return {
        ...(scaleUp === undefined ? {} : { up: rulesOf(scaleUp) }),
        ...(scaleDown === undefined ? {} : { down: rulesOf(scaleDown) }),
    };
}
function rulesOf({ stabilizationWindowSeconds, selectPolicy, policies, tolerance }) {
    return { stabilizationSeconds: stabilizationWindowSeconds, selectPolicy, policies, toleranceRatio: tolerance?.value };
}
/** Names of older versions of the API, and how autoscaling/v2 says the same. Source: see oldMetric.ts. */
const namesOfV2 = {
    targetAverageUtilization: 'target: { type: Utilization, averageUtilization: ... }',
    targetAverageValue: 'target: { type: AverageValue, averageValue: ... }',
    targetValue: 'target: { type: Value, value: ... }',
    metricName: 'metric: { name: ... }',
    metricSelector: 'metric: { selector: ... }',
    targetCPUUtilizationPercentage: 'metrics: [{ type: Resource, resource: { name: cpu, target: { type: Utilization, averageUtilization: ... } } }]',
};
/** Fields that autoscaling/v1 has not. */
const newInV2 = ['metrics', 'behavior'];
/** The problems of a manifest, where an unknown key is a name of another version with how to say it in this one. */
function withNamesOfVersions(problems, apiVersion) {
    return problems.map((problem) => {
        if (problem.code !== 'unknown-key')
            return problem;
        const key = problem.where.path?.split('.').at(-1) ?? '';
        if (apiVersion === 'autoscaling/v2' || apiVersion === 'autoscaling/v2beta2') {
            if (!Object.hasOwn(namesOfV2, key))
                return problem;
            const why = `An older version of the API has it. The API server refuses it in ${apiVersion}.`;
            return { ...problem, why, fix: `write ${namesOfV2[key]}.` };
        }
        if (!newInV2.includes(key))
            return problem;
        const why = `${apiVersion} has no such field: the API server refuses it.`;
        return { ...problem, why, fix: 'write apiVersion: autoscaling/v2.' };
    });
}
