import { isRecord, referenceText, textOf } from '../read/resource.js';
/** Attribute -> field of the API, and whether it is a list. */
const referring = {
    alarm: [
        { attribute: 'alarm_actions', field: 'AlarmActions', isList: true },
        { attribute: 'ok_actions', field: 'OKActions', isList: true },
    ],
    policy: [{ attribute: 'autoscaling_group_name', field: 'AutoScalingGroupName', isList: false }],
    'application-policy': [{ attribute: 'resource_id', field: 'ResourceId', isList: false }],
};
/** Reads the `configuration` of a plan; a state has none, and knows everything. */
export function plannedReferences(document) {
    const expressions = plannedExpressions(document);
    return {
        baseAddress,
        fieldsOf(kind, address) {
            const base = baseAddress(address);
            const own = expressions.get(base) ?? {};
            const module = base.slice(0, base.length - base.split('.').slice(-2).join('.').length);
            return (referring[kind] ?? []).flatMap(({ attribute, field, isList }) => {
                const targets = targetsOf(own[attribute]).map((target) => referenceText(module + target));
                if (targets.length === 0)
                    return [];
                return [[field, isList ? targets : targets[0]]];
            });
        },
    };
}
/** What stands in the configuration of each resource of a plan, by its address without keys. */
export function plannedExpressions(document) {
    const expressions = new Map();
    if (isRecord(document) && isRecord(document.configuration)) {
        collect(document.configuration.root_module, '', expressions);
    }
    return expressions;
}
function collect(module, prefix, into) {
    if (!isRecord(module))
        return;
    for (const resource of Array.isArray(module.resources) ? module.resources : []) {
        if (isRecord(resource) && isRecord(resource.expressions))
            into.set(prefix + textOf(resource.address), resource.expressions);
    }
    if (!isRecord(module.module_calls))
        return;
    for (const [name, call] of Object.entries(module.module_calls)) {
        if (isRecord(call))
            collect(call.module, `${prefix}module.${name}.`, into);
    }
}
/** Addresses that an expression refers to: `aws_autoscaling_policy.up.arn` and `aws_autoscaling_policy.up` are one. */
function targetsOf(expression) {
    if (!isRecord(expression) || !Array.isArray(expression.references))
        return [];
    const addresses = expression.references
        .map(textOf)
        .filter((reference) => reference.startsWith('aws_'))
        .map((reference) => baseAddress(reference).split('.').slice(0, 2).join('.'));
    return [...new Set(addresses)];
}
function baseAddress(address) {
    return address.replace(/\[[^\]]*\]/g, '');
}
