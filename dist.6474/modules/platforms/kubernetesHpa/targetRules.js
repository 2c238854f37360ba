/** The fields of a metric's target that hold a number. */
const targetFields = ['averageUtilization', 'averageValue', 'value'];
/**
 * What the API server wants of a target, for each source of a metric.
 *
 * Source: kubernetes/kubernetes pkg/apis/autoscaling/validation/validation.go (validateResourceSource,
 * validatePodsSource, validateObjectSource, validateExternalSource; the same from 1.23 to 1.37).
 */
const rules = {
    Resource: { needs: ['averageUtilization', 'averageValue'], takesBoth: false },
    ContainerResource: { needs: ['averageUtilization', 'averageValue'], takesBoth: false },
    Pods: { needs: ['averageValue'], takesBoth: false },
    Object: { needs: ['value', 'averageValue'], takesBoth: true },
    External: { needs: ['value', 'averageValue'], takesBoth: false },
};
const typeOf = {
    averageUtilization: 'Utilization',
    averageValue: 'AverageValue',
    value: 'Value',
};
/**
 * The field that the controller goes by.
 *
 * For an Object metric `type` names it, and where that field is missing the metric fails at every sync; for all others it
 * is the field that is given, whatever `type` says.
 * Source: kubernetes/kubernetes pkg/controller/podautoscaler/horizontal.go (computeStatusForObjectMetric,
 * computeStatusForExternalMetric, computeStatusForPodsMetric, computeStatusForResourceMetricGeneric).
 * @returns undefined when it is missing
 */
export function fieldRead(source, target) {
    const given = rules[source].needs.filter((field) => target[field] !== undefined);
    return source === 'Object' ? given.find((field) => typeOf[field] === target.type) : given[0];
}
/** Fields of a target that are there and have no effect: `type` where it names another field, and numbers that nothing reads. */
export function fieldsWithoutEffect(source, target) {
    const read = fieldRead(source, target);
    if (read === undefined)
        return [];
    const unread = targetFields.filter((field) => field !== read && target[field] !== undefined);
    return target.type === typeOf[read] ? unread : ['type', ...unread];
}
/** The type that a target has by the field that is read. */
export function typeRead(source, target) {
    const read = fieldRead(source, target);
    return read === undefined ? target.type : typeOf[read];
}
const aSource = (source) => `${/^[EO]/.test(source) ? 'An' : 'A'} ${source} metric`;
/** Refuses a target that the API server refuses, or that the controller can never use. */
export function checkTarget(source, target, context) {
    const { needs, takesBoth } = rules[source];
    const given = needs.filter((field) => target[field] !== undefined);
    const choice = needs.join(' or ');
    if (given.length === 0) {
        const others = targetFields.filter((field) => target[field] !== undefined);
        const found = others.length === 0 ? 'has no target value' : `has ${others.join(' and ')}`;
        refuse(context, `${found}\n${aSource(source)} needs ${choice}.\ngive ${choice}.`);
    }
    else if (given.length > 1 && !takesBoth) {
        const why = `${aSource(source)} takes one of them; the API server refuses both.`;
        refuse(context, `has ${given.join(' and ')}\n${why}\nkeep one of them.`);
    }
    else if (fieldRead(source, target) === undefined) {
        const why = `For ${source} metrics the controller looks for the field that type names, and finds none at every sync.`;
        const message = `is ${target.type}, but ${given[0]} is given\n${why}\nwrite type: ${typeOf[given[0]]}.`;
        context.addIssue({ code: 'custom', path: ['type'], message });
    }
}
function refuse(context, message) {
    context.addIssue({ code: 'custom', message });
}
