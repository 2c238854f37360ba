import { locate } from '../../../base/locate.js';
import { fieldAt } from '../../../platforms/fieldAt.js';
import { readManifestSet } from '../../../platforms/readManifestSet.js';
import { isWorkload, readWorkload } from '../../../platforms/readWorkloads.js';
/** Manifests of all files, each read in view of the others. */
export function manifestEvidenceOf(files) {
    const read = readManifestSet(files.map((one) => ({ ...one, params: {}, metricNames: {} })));
    const problems = read.flatMap((one) => one.problems);
    const evidence = read.map(({ file, manifests, others }, index) => {
        const workloads = others
            .filter((source) => isWorkload(source) && !isLivePod(source))
            .flatMap((source) => {
            const workload = readWorkload(source);
            if (!Array.isArray(workload))
                return [workload];
            problems.push(...workload);
            return [];
        });
        const names = [...manifests.map(({ source }) => source), ...others].map(({ value }) => nameOf(value));
        return {
            kind: 'manifests',
            file,
            summary: names.slice(0, 4).join(', ') + (names.length > 4 ? ` and ${names.length - 4} more` : ''),
            text: files[index].text,
            manifests,
            workloads,
            others,
        };
    });
    const targets = evidence.flatMap(({ manifests }) => manifests.flatMap(({ manifest: { target } }) => target ?? []));
    const own = evidence.flatMap(({ workloads }) => workloads.map(({ name }) => name));
    // Metrics of an autoscaler have its own name.
    const scalers = evidence.flatMap(({ manifests }) => manifests.flatMap(({ source }) => scalerNames(source.value)));
    return {
        evidence,
        warnings: targetWarnings(evidence, own),
        problems,
        workloads: [...new Set(targets.length > 0 ? [...targets, ...scalers] : own)],
    };
}
/** KEDA calls the HPA that it makes so, unless the ScaledObject says another name (its page "Scaling Deployments"). */
export function scalerNames(value) {
    const name = fieldAt(value, ['metadata', 'name']);
    if (typeof name !== 'string' || fieldAt(value, ['spec', 'scaleTargetRef']) === undefined)
        return [];
    if (fieldAt(value, ['kind']) !== 'ScaledObject')
        return [name];
    const given = fieldAt(value, ['spec', 'advanced', 'horizontalPodAutoscalerConfig', 'name']);
    return [typeof given === 'string' ? given : `keda-hpa-${name}`];
}
/** A pod of a cluster, not one that somebody writes. */
function isLivePod({ value }) {
    return fieldAt(value, ['kind']) === 'Pod' && fieldAt(value, ['metadata', 'creationTimestamp']) !== undefined;
}
function nameOf(value) {
    return `${String(fieldAt(value, ['kind']) ?? 'document')} ${String(fieldAt(value, ['metadata', 'name']) ?? '')}`.trim();
}
/** An autoscaler whose target is not there, while other workloads are: they were taken from two services. */
function targetWarnings(evidence, workloads) {
    const path = ['spec', 'scaleTargetRef', 'name'];
    if (workloads.length === 0)
        return [];
    return evidence.flatMap(({ manifests }) => manifests.flatMap(({ manifest: { name, target }, source }) => {
        if (target === undefined || workloads.includes(target) || fieldAt(source.value, path) === undefined)
            return [];
        const { path: _, ...where } = locate(source, path);
        const what = `${name} scales ${target}, and the workloads are ${[...new Set(workloads)].join(', ')}`;
        return [{ code: 'other-workload', where, what, assumed: `requests and limits of ${target} are not known` }];
    }));
}
