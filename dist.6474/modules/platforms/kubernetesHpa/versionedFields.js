import { locate } from '../../base/locate.js';
/**
 * Fields that Kubernetes has in some versions only.
 *
 * Source: see kubernetesVersion.ts; keps/sig-autoscaling/5325-hpa-pod-selection-accuracy, which no kubernetes/api up to v0.37 has.
 */
/** `minReplicas: 0` without a metric that is there without pods. */
export function zeroProblem(minReplicas, metrics, source) {
    const canWake = metrics.some(({ metric: { type } }) => type === 'Object' || type === 'External');
    if (minReplicas !== 0 || canWake)
        return undefined;
    return {
        code: 'bad-value',
        where: locate(source, ['spec', 'minReplicas']),
        what: 'minReplicas is 0, but no metric is of type Object or External',
        why: 'The API server refuses it: with no pod there is nothing to measure, so the service could never wake.',
        fix: 'set minReplicas to at least 1, or add an Object or External metric.',
    };
}
/** A tolerance where the version has no such field. */
export function toleranceProblem(tolerance, { hasTolerance, minor }, where) {
    if (tolerance === undefined || hasTolerance)
        return undefined;
    const what = `Kubernetes 1.${minor} has no field \`tolerance\``;
    const why = 'It came with 1.33; kubectl apply refuses an unknown field.';
    return { code: 'unknown-key', where, what, why, fix: 'remove it, or read the manifest as 1.35 or later.' };
}
export function selectionStrategyWarning(strategy, source) {
    if (strategy === undefined)
        return [];
    return [
        {
            code: 'proposed-field',
            where: locate(source, ['spec', 'selectionStrategy'], true),
            what: 'no Kubernetes up to 1.37 has `selectionStrategy`',
            why: 'It is a proposal, KEP 5325: kubectl apply refuses the unknown field. Here every pod belongs to the target, so it changes nothing.',
            fix: 'remove it until your cluster has it.',
        },
    ];
}
