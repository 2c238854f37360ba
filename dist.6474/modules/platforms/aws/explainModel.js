import { trackingShape } from './algorithm/targetTracking.js';
import { amountText, spanText } from './amountText.js';
import { STANDARD_SECONDS } from './cloudWatchMetrics.js';
import { alarmsOf, comparisons, openValues, } from './model.js';
import { isOpen } from './openValue.js';
import { adjustmentText } from './policy/judgeAlarmed.js';
import { queryFor, withQuery } from './read/openProblems.js';
/** What a group's policies will do, in sentences, the most important first. */
export function explainModel(model) {
    const { policies } = model;
    const isSeveral = policies.length > 1;
    const sentences = policies.flatMap((policy) => sentencesOf(policy, model).map((sentence) => (isSeveral ? `${policy.name}: ${sentence}` : sentence)));
    const joint = isSeveral
        ? [
            'With several policies the one that asks for the largest capacity wins, out and in; target tracking scales in only when all such policies agree.',
        ]
        : [];
    return [...sentences, ...joint, ...limits(model), ...monitoring(model), ...openSentences(model)];
}
function limits({ bounds, hasBounds, unit, deployedIf }) {
    const range = hasBounds
        ? `Keeps ${amountText(bounds.minCount)} to ${amountText(bounds.maxCount)} ${unit.words}`
        : "Gives no bounds: the scenario's min and max hold";
    const condition = deployedIf === undefined ? '' : `, if ${deployedIf.text}`;
    const thing = unit.thing === undefined ? [] : [`Scales ${unit.thing}, which is no service of instances.`];
    return [`${range}${condition}.`, ...thing];
}
function monitoring({ kind, policies }) {
    const isStandard = policies.some((policy) => policy.type === 'target-tracking'
        ? policy.metric.periodSeconds === STANDARD_SECONDS && policy.metric.sources.length > 0
        : alarmsOf(policy).some(({ metric }) => metric.periodSeconds === STANDARD_SECONDS && metric.sources.length > 0));
    if (kind !== 'ec2' || !isStandard)
        return [];
    return [
        "Reads one datapoint a minute, as EC2's detailed monitoring gives; with basic monitoring there is one in 5 minutes: set the telemetry's scrape and window to 5m for that.",
    ];
}
/** What the document leaves open, and how to give it. */
function openSentences(model) {
    const open = openValues(model).flatMap(({ field, text, names }) => field === undefined ? [] : [{ ...field, text, names }]);
    if (open.length === 0)
        return [];
    const list = [...new Set(open.map(openText))];
    const query = [...new Set(open.map((one) => queryFor(one)))].join('&');
    return [`Leaves open: ${list.join(', ')}. To run it, give the values: ${withQuery(open[0].where.file, query)}.`];
}
/** `MaxCapacity of Range (${Ceiling})`, or a condition by its name. */
function openText({ name, owner, text, }) {
    return name === text ? `the condition ${name}` : `${name} of ${owner} (${text})`;
}
function sentencesOf(policy, model) {
    if (!policy.isEnabled)
        return ['Is disabled, and never acts.'];
    const condition = policy.deployedIf === undefined ? [] : [`Is deployed only if ${policy.deployedIf.text} holds.`];
    return [...condition, ...explainPolicy(policy, model)];
}
function explainPolicy(policy, model) {
    switch (policy.type) {
        case 'target-tracking':
            return explainTracking(policy, model);
        case 'step':
            return explainStep(policy, model);
        case 'simple':
            return explainSimple(policy, model);
        case 'forecast':
            return explainForecast(policy);
    }
}
function explainForecast({ canScale }) {
    if (!canScale)
        return ['Makes a forecast and never scales (ForecastOnly).'];
    return [
        'Forecasts the load of each hour from at least 24 hours of history, and raises the capacity ahead of it; it never scales in. No forecast is simulated here.',
    ];
}
function explainTracking(policy, { kind }) {
    const { highCount, lowMinutes, lowRatio } = trackingShape;
    const { target, canScaleIn, metric, scaleInCooldownSeconds, scaleOutCooldownSeconds } = policy;
    const { label, unit, expression, periodSeconds } = metric;
    const meaning = expression === undefined ? label : `${label} = ${expression}`;
    const low = isOpen(target) ? `${lowRatio * 100} % of ${target.text}` : amountText(lowRatio * target);
    const scaleIn = `Scales in after ${lowMinutes} minutes below ${low}${unit}, by the same formula: rounded up, so it removes few instances`;
    const isStandard = periodSeconds === STANDARD_SECONDS;
    const wait = isStandard ? `${highCount} minutes` : `${highCount} datapoints of ${periodSeconds} s`;
    return [
        `Scales out after ${wait} above ${amountText(target)}${unit} (${meaning}): to ceil(capacity x metric / ${amountText(target)}).`,
        canScaleIn === false
            ? 'Never scales in (DisableScaleIn).'
            : `${scaleIn}${canScaleIn === true ? '' : `, unless DisableScaleIn (${canScaleIn.text}) is true`}.`,
        ...(kind === 'ec2'
            ? warmupSentence(policy)
            : [
                `What was added within the last ${spanText(scaleOutCooldownSeconds)} counts as coming, and a scale-in blocks the next for ${spanText(scaleInCooldownSeconds)} (cooldowns).`,
            ]),
        'Without data it does nothing: missing data never counts as low.',
        ...(isStandard
            ? []
            : [`Reads one datapoint every ${periodSeconds} s: the metric must be published at that resolution.`]),
    ];
}
function warmupSentence({ warmupSeconds }) {
    if (warmupSeconds === 0)
        return ['Counts each added instance as soon as it is ready: there is no warm-up.'];
    return [
        `Leaves each added instance out of the metric and of the base capacity for ${amountText(warmupSeconds)} s after it is ready (warm-up), and does not scale in meanwhile.`,
    ];
}
function alarmText(alarm) {
    const { metric, comparison, threshold, datapointsCount, evaluationCount, periodSeconds, deployedIf } = alarm;
    const name = metric.expression === undefined ? metric.label : `${metric.label} = ${metric.expression}`;
    const bound = `${name} ${comparisons[comparison].sign} ${amountText(threshold)}${metric.unit}`;
    const condition = deployedIf === undefined ? '' : ` (if ${deployedIf.text})`;
    return `${bound} in ${amountText(datapointsCount)} of ${amountText(evaluationCount)} periods of ${spanText(periodSeconds)}${condition}`;
}
/** `While CPU > 70 % ..., or while the alarm ledger-hot (not in this document) calls it`. */
function callers({ calls }, word) {
    const own = calls.alarms.map(alarmText);
    const others = calls.elsewhere.map((name) => `the alarm ${name} (its definition is not here) calls it`);
    const all = [...own, ...others];
    return all.length === 0
        ? `${word} an alarm calls it, and none of this document does`
        : `${word} ${all.join(', or ')}`;
}
function explainStep(policy, { kind, unit }) {
    const magnitude = policy.magnitudeMinCount === undefined
        ? []
        : [`Moves at least ${amountText(policy.magnitudeMinCount)} ${unit.words} when it moves.`];
    const period = policy.calls.alarms
        .map(({ periodSeconds }) => periodSeconds)
        .find((one) => !isOpen(one) && one < STANDARD_SECONDS);
    const often = period === undefined || isOpen(period) ? 'every minute' : `every ${period} s`;
    return [
        `Acts ${often} ${callers(policy, 'while')}${kind === 'ec2' ? ', without a cooldown' : ''}.`,
        ...stepSentences(policy, unit.words),
        ...magnitude,
        ...(kind === 'ec2'
            ? warmupSentence(policy)
            : [
                `What was added within the last ${spanText(policy.cooldownSeconds)} counts as coming; a scale-in blocks the next as long (cooldown).`,
            ]),
    ];
}
function stepSentences(policy, words) {
    const own = policy.calls.alarms.flatMap((alarm) => {
        const { threshold, metric } = alarm;
        const end = (bound) => isOpen(threshold) || isOpen(bound)
            ? `${amountText(threshold)} + ${amountText(bound)}${metric.unit}`
            : `${amountText(threshold + bound)}${metric.unit}`;
        return policy.steps.map((step) => `${rangeText(step, end)}: ${wordsOf(policy.adjustmentType, step.adjustment, words)}`);
    });
    const byAlarm = own.length === 0 ? [] : [`By the metric, ${own.join('; ')}.`];
    if (own.length > 0 && policy.calls.elsewhere.length === 0)
        return byAlarm;
    const name = policy.calls.elsewhere.length === 0 ? 'the alarm' : policy.calls.elsewhere.join(' or ');
    const end = (bound) => bound === 0 ? `the threshold of ${name}` : `${amountText(bound)} beyond the threshold of ${name}`;
    const relative = policy.steps.map((step) => `${wordsOf(policy.adjustmentType, step.adjustment, words)} ${rangeText(step, end)}`);
    return [...byAlarm, `By the metric, ${relative.join('; ')}.`];
}
function rangeText({ lower, upper }, end) {
    if (upper === Number.POSITIVE_INFINITY)
        return `from ${end(lower)}`;
    if (lower === Number.NEGATIVE_INFINITY)
        return `up to ${end(upper)}`;
    return `${end(lower)} to ${end(upper)}`.replace(/( \S+)(?= to .*\1$)/, '');
}
function explainSimple(policy, { unit }) {
    const { adjustment, cooldownSeconds } = policy;
    const call = callers(policy, 'when');
    return [
        `${call[0].toUpperCase()}${call.slice(1)}: ${wordsOf(adjustment.type, adjustment.amount, unit.words)}.`,
        `Then drops all alarms until the change is complete and ${spanText(cooldownSeconds)} more have passed (cooldown, only of simple scaling).`,
    ];
}
function wordsOf(type, amount, words) {
    if (type === 'ExactCapacity')
        return `set ${amountText(amount)} ${words}`;
    if (isOpen(amount))
        return `change by ${amount.text}${type === 'PercentChangeInCapacity' ? ' %' : ` ${words}`}`;
    if (amount === 0)
        return 'no change';
    const unit = type === 'PercentChangeInCapacity' ? '' : ` ${Math.abs(amount) === 1 ? words.replace(/s$/, '') : words}`;
    return `${adjustmentText(type, amount)}${unit}`;
}
