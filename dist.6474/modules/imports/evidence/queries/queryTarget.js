import { fieldAt } from '../../../platforms/fieldAt.js';
import { scalerNames } from '../kubernetes/manifestEvidence.js';
/** Workloads of the manifests, each with the autoscaler that scales it; those that something scales first. */
export function queryTargets(evidence) {
    const files = evidence.filter((one) => one.kind === 'manifests');
    const documents = files.flatMap(({ manifests, others }) => [...manifests.map(({ source }) => source), ...others]);
    const textAt = (value, ...path) => {
        const found = fieldAt(value, path);
        return typeof found === 'string' && found !== '' ? found : undefined;
    };
    const workloads = documents.filter(({ value }) => ['Deployment', 'StatefulSet'].includes(textAt(value, 'kind') ?? ''));
    const scaled = documents.flatMap(({ value }) => {
        const workload = textAt(value, 'spec', 'scaleTargetRef', 'name');
        if (workload === undefined)
            return [];
        const beside = workloads.find((one) => textAt(one.value, 'metadata', 'name') === workload);
        const namespace = textAt(value, 'metadata', 'namespace') ?? textAt(beside?.value, 'metadata', 'namespace') ?? '';
        const kind = textAt(value, 'spec', 'scaleTargetRef', 'kind') ?? 'Deployment';
        return [{ namespace, workload, kind, hpa: scalerNames(value)[0] }];
    });
    const plain = workloads.flatMap(({ value }) => {
        const workload = textAt(value, 'metadata', 'name');
        if (workload === undefined || scaled.some((one) => one.workload === workload))
            return [];
        return [
            {
                namespace: textAt(value, 'metadata', 'namespace') ?? '',
                workload,
                kind: textAt(value, 'kind') ?? '',
                hpa: undefined,
            },
        ];
    });
    return scaled.length > 0 ? scaled : plain;
}
