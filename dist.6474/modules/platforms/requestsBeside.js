import { cpuText } from './cpuText.js';
import { fieldAt } from './fieldAt.js';
import { targetDocument } from './objectBeside.js';
import { isWorkload, readWorkload } from './readWorkloads.js';
/** A target below this share of the limit is far from what people read into a percentage. */
const FAR_BELOW_RATIO = 1 / 3;
/**
 * What a share of the request comes to on the pods of the workload beside it: nothing at all, or far less than they may use.
 *
 * Source: the Kubernetes documentation, "Horizontal Pod Autoscaling" (utilization is of the request; without one the HPA takes
 * no action for the metric).
 */
export const requestsBeside = {
    lint({ manifest, source }, set) {
        const target = targetDocument(source, set);
        if (target === undefined || !isWorkload(target))
            return [];
        // What the pod as a whole requests (since 1.34) is not summed here.
        if (fieldAt(target.value, ['spec', 'template', 'spec', 'resources']) !== undefined)
            return [];
        return (manifest.shares ?? []).flatMap((share) => {
            const workload = readWorkload(target, share.container);
            if (Array.isArray(workload))
                return [];
            const who = `${workload.kind} ${workload.name}`;
            if (workload.containerCount === 0)
                return [noContainer(share, who)];
            const [request, limit] = share.resource === 'cpu'
                ? [workload.cpuRequest, workload.cpuLimit]
                : [workload.memoryRequestBytes, workload.memoryLimitBytes];
            if (request === undefined || request === 0)
                return [shareOfNothing(share, who)];
            if (limit === undefined || (request * share.percent) / 100 >= limit * FAR_BELOW_RATIO)
                return [];
            return [farBelowLimit(share, request, limit)];
        });
    },
};
function noContainer({ resource, container, where }, who) {
    return {
        level: 'warning',
        code: 'no-such-container',
        where,
        what: `${who} has no container "${container}"`,
        why: `Unless something adds it to the pods, no pod has a value of its ${resource}, and the HPA does not scale on this metric.`,
        fix: `name a container of ${who}.`,
    };
}
function shareOfNothing({ resource, container, where }, who) {
    const which = container === undefined ? 'a container' : `the container "${container}"`;
    return {
        level: 'warning',
        code: 'share-of-nothing',
        where,
        what: `${which} of ${who} requests no ${resource}, and the target is a share of the request`,
        why: 'The HPA then fails at every sync (FailedGetResourceMetric) and does not scale on this metric, unless a LimitRange of the namespace fills the request in.',
        fix: `give every container requests.${resource}, or use an averageValue.`,
    };
}
function farBelowLimit({ resource, percent, where }, request, limit) {
    const amount = (request * percent) / 100;
    const words = resource === 'cpu'
        ? `${percent} % of ${cpuText(request)} is ${Number(amount.toPrecision(3))} core of a limit of ${cpuText(limit)}`
        : `${percent} % of ${memoryText(request)} is ${memoryText(amount)} of a limit of ${memoryText(limit)}`;
    return {
        level: 'warning',
        code: 'request-below-limit',
        where,
        what: words,
        why: `The target is a share of the request, so it adds pods while each uses ${Math.round((100 * amount) / limit)} % of the ${resource} that it may use.`,
        fix: `raise the request to what a pod needs under load, or the target: the limit is ${Math.round((100 * limit) / request)} % of the request.`,
    };
}
/** Memory to three digits: 256Mi, 1.5Gi. */
function memoryText(bytes) {
    const isLarge = bytes >= 2 ** 30;
    return `${Number((bytes / (isLarge ? 2 ** 30 : 2 ** 20)).toPrecision(3))}${isLarge ? 'Gi' : 'Mi'}`;
}
