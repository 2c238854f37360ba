import { locate } from '../../base/locate.js';
import { suggestion } from '../../base/nearest.js';
import { refusals } from './lint/refusals.js';
import { externalTargetPath } from './settableFields.js';
import { labelOf } from './trigger.js';
/** What keeps a ScaledObject from running on a service. */
export function checkService(context, service) {
    const { settings, source } = context;
    const refused = refusals(context).map(({ level: _, ...problem }) => problem);
    const triggers = settings.triggers.flatMap((trigger) => {
        const where = locate(source, ['spec', 'triggers', trigger.index]);
        if (trigger.kind === 'resource')
            return withoutRequest(trigger, service).map((words) => ({ ...words, where }));
        if (trigger.source.from === 'schedule')
            return [];
        return [...withoutTarget(trigger), ...withoutMetric(trigger, service)].map((words) => ({ ...words, where }));
    });
    return [...refused, ...triggers];
}
function withoutTarget(trigger) {
    if (!trigger.isTargetElsewhere)
        return [];
    return [
        {
            code: 'open-target',
            what: `${labelOf(trigger)} has no target in this file`,
            why: 'An external scaler answers with its target, and none is asked here.',
            fix: `name it: --policy 'FILE?${externalTargetPath(trigger.index)}=NUMBER'.`,
        },
    ];
}
function withoutMetric(trigger, service) {
    if (trigger.source.from === 'schedule')
        return [];
    const { metric } = trigger.source;
    if (metric !== undefined && service.metrics.includes(metric))
        return [];
    const list = `${service.name} has: ${service.metrics.join(', ')}.`;
    const isMissing = metric === undefined;
    return [
        {
            code: isMissing ? 'unmapped-trigger' : 'unknown-metric',
            what: isMissing
                ? `${labelOf(trigger)} has no metric of the scenario`
                : `${labelOf(trigger)} reads ${metric}, which ${service.name} does not have`,
            why: `What it reads in the cluster does not exist here. ${list}`,
            fix: `name one: --metric s${trigger.index}=METRIC. ${isMissing ? '' : suggestion(metric, service.metrics)}`.trim(),
        },
    ];
}
function withoutRequest({ type, metricType, ...trigger }, service) {
    const request = type === 'cpu' ? service.cpuRequest : service.memoryRequestBytes;
    if (metricType !== 'Utilization' || request !== undefined)
        return [];
    const key = type === 'cpu' ? 'cpuRequest' : 'memoryRequest';
    return [
        {
            code: 'missing-request',
            what: `${labelOf({ ...trigger, type, metricType })} is a share of the ${type} request, and ${service.name} has none`,
            why: 'Without a request the HPA cannot compute a utilization.',
            fix: `set ${key} of the service, or use metricType: AverageValue.`,
        },
    ];
}
