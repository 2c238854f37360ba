/** What each trigger is held at, for tables: `rabbitmq 10 a pod`, `cpu 70 %`, `cron 5`; one formula in place of the external ones. */
export function triggerTargets({ triggers, modifiers, }) {
    if (modifiers === undefined)
        return triggers.map(targetOf);
    const resources = triggers.filter(({ kind }) => kind === 'resource');
    return [`formula ${amount(modifiers)}`, ...resources.map(targetOf)];
}
function targetOf(trigger) {
    const name = trigger.name ?? trigger.type;
    if (trigger.kind === 'resource')
        return trigger.metricType === 'Utilization' ? `${name} ${trigger.value} %` : `${name} ${trigger.value} a pod`;
    if (trigger.isTargetElsewhere)
        return `${name}, by its scaler`;
    return trigger.source.from === 'schedule' ? `${name} ${trigger.source.desiredCount}` : `${name} ${amount(trigger)}`;
}
function amount({ target, metricType }) {
    return `${target}${metricType === 'AverageValue' ? ' a pod' : ''}`;
}
