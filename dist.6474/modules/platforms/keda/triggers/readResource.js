import { locate } from '../../../base/locate.js';
/**
 * Reads a cpu or memory trigger, which KEDA hands to the HPA as a resource metric.
 *
 * `metadata.type` is the older spelling of `metricType`; KEDA refuses it since 2.18 (lint/refusals.ts says so).
 *
 * Source: a description of kedacore/keda v2.20, pkg/scalers/cpu_memory_scaler.go.
 */
export function readResource(spec, type, { source, index }) {
    const { value, type: oldType, containerName } = spec.metadata;
    const metricType = spec.metricType ?? oldType;
    const problems = resourceProblems(spec, metricType).map(({ path, isKey = false, ...words }) => {
        return { ...words, where: locate(source, ['spec', 'triggers', index, ...path], isKey) };
    });
    if (problems.length > 0)
        return { trigger: undefined, problems, warnings: [] };
    const measure = metricType === 'Utilization' ? 'Utilization' : 'AverageValue';
    return {
        trigger: { kind: 'resource', index, type, name: spec.name, metricType: measure, value, containerName },
        problems,
        warnings: [],
    };
}
function resourceProblems(spec, metricType) {
    const { type, metadata, useCachedMetrics } = spec;
    const { value } = metadata;
    const problems = [];
    if (metricType !== 'Utilization' && metricType !== 'AverageValue') {
        problems.push({
            path: ['metricType'],
            code: metricType === undefined ? 'missing-key' : 'wrong-metric-type',
            what: `the trigger ${type} has ${metricType === undefined ? 'no metricType' : `metricType ${metricType}`}`,
            why: 'KEDA refuses it: cpu and memory are measured as Utilization or AverageValue.',
            fix: 'add `metricType: Utilization`.',
        });
    }
    if (value === undefined || (metricType === 'Utilization' && !/^[1-9]\d*$/.test(value))) {
        const isMissing = value === undefined;
        problems.push({
            path: ['metadata', 'value'],
            code: isMissing ? 'missing-target' : 'bad-number',
            what: isMissing
                ? `the trigger ${type} has no \`value\``
                : `\`value\` is "${value}" (string), which is no whole percentage`,
            why: 'KEDA refuses the trigger.',
            fix: 'write a percentage of the request in quotes, such as "60".',
        });
    }
    if (useCachedMetrics) {
        problems.push({
            path: ['useCachedMetrics'],
            code: 'cached-resource',
            what: `the trigger ${type} has useCachedMetrics`,
            why: 'KEDA refuses it: the HPA reads cpu and memory itself.',
            fix: 'remove it.',
        });
    }
    return problems;
}
