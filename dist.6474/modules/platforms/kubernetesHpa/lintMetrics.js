import { isWithinTolerance } from './usageRatio.js';
/** Growth below this factor a sync is slower than the default rules allow, by far. */
const SLOW_GROWTH_RATIO = 1.5;
/** What surprises people about the metrics of an autoscaler and their targets. */
export function lintMetrics(spec, service) {
    const lints = spec.metrics.flatMap((metric) => {
        const found = [
            service === undefined ? undefined : saturation(spec, metric, service),
            ratioShared(metric),
            totalAsValue(metric),
            memoryStays(metric),
            givenTwice(metric, spec.metrics),
        ];
        return found.flatMap((words) => (words === undefined ? [] : [{ ...words, where: spec.at(metric.path) }]));
    });
    if (spec.given.hasMetrics)
        return lints;
    const why = 'Without a metric the API server fills in CPU at 80 % of the request.';
    const fix = 'write the metric and its target.';
    const words = { code: 'metric-by-default', what: 'no metric is given', why, fix };
    return [...lints, { ...words, level: 'warning', where: spec.at(['spec']) }];
}
/** A use that ends at the instance's size can show only so much: the target must lie well below. */
function saturation({ tolerance, minReplicas, maxReplicas }, { source, name, target }, service) {
    const { cpuRequest, vcpus, memoryBytes, memoryRequestBytes } = service;
    const [size, request] = name === 'cpu' ? [vcpus, cpuRequest] : [memoryBytes, memoryRequestBytes];
    if (source !== 'resource' || target.kind !== 'utilization')
        return undefined;
    if (size === undefined || request === undefined)
        return undefined;
    const topPercent = Math.floor((100 * size) / request);
    const ratio = topPercent / target.percent;
    const most = `${name} can show at most ${topPercent} % of the request (an instance's size over its request)`;
    if (ratio <= 1 || isWithinTolerance(ratio, tolerance)) {
        const reachPercent = Math.ceil(target.percent * (1 + tolerance.upRatio));
        return {
            level: 'error',
            code: 'target-out-of-reach',
            what: `the target of ${target.percent} % can never be exceeded`,
            why: `It grows above ${reachPercent} % (the target and the tolerance), but ${most}.`,
            fix: `lower the target to at most ${Math.floor((topPercent / (1 + tolerance.upRatio)) * 0.8)} %, or the request.`,
        };
    }
    if (ratio >= SLOW_GROWTH_RATIO)
        return undefined;
    // From 10, where rounding up hides little; from fewer where the maximum would cut the row.
    const counts = [Math.max(1, minReplicas, Math.min(10, Math.floor(maxReplicas / ratio ** 4)))];
    while (counts.length < 5 && counts[counts.length - 1] < maxReplicas) {
        counts.push(Math.min(maxReplicas, Math.ceil(ratio * counts[counts.length - 1])));
    }
    return {
        level: 'warning',
        code: 'slow-growth',
        what: `under full load it grows by a factor of ${ratio.toFixed(2)} a sync at most: ${counts.join(' -> ')}`,
        why: `${most[0].toUpperCase()}${most.slice(1)}, however many requests wait.`,
        fix: 'lower the target, or scale on a metric that has no ceiling, such as requests in flight.',
    };
}
/** Names of shares, and of those among them that are counted to 100. */
const shareName = /(ratio|utilization|fraction|percent|percentage|pct)$/i;
const percentName = /(percent|percentage|pct)$/i;
/** A share does not get smaller when more instances share it. */
function ratioShared({ source, name, target }) {
    if (source !== 'object' && source !== 'external')
        return undefined;
    if (target.kind !== 'average' || !shareName.test(name))
        return undefined;
    const whole = percentName.test(name) ? 100 : 1;
    const wholeMilli = BigInt(whole) * 1000n;
    if (target.milli >= wholeMilli)
        return undefined;
    const most = Math.ceil(Number(wholeMilli) / Number(target.milli));
    return {
        // A sum of percentages may well be meant to be shared out; a sum of ratios has no such name.
        level: whole === 1 ? 'error' : 'warning',
        code: 'average-of-ratio',
        what: `AverageValue ${target.text} divides the ${whole === 1 ? 'ratio' : 'percentage'} ${name} by the number of pods`,
        why: `It asks for ceil(${name} / ${target.text}) pods, so for ${most} at most while the ${whole === 1 ? 'ratio is below 1' : 'percentage is below 100'}.`,
        fix: `use type: Value with value: ${target.text}.`,
    };
}
/** Two shares, or two amounts, of one resource: the lower target asks for more at any load. */
function givenTwice(metric, all) {
    const lower = all.find((other) => other !== metric && isSameResource(other, metric) && amountOf(other) < amountOf(metric));
    if (lower === undefined)
        return undefined;
    return {
        level: 'warning',
        code: 'same-metric-twice',
        what: `${metric.name} has two targets, and this one, ${targetText(metric)}, never decides`,
        why: `The largest count wins, and that is always the one of the lower target, ${targetText(lower)}.`,
        fix: 'remove it.',
    };
}
function isSameResource(one, other) {
    if (one.source !== 'resource' || other.source !== 'resource')
        return false;
    return one.name === other.name && one.container === other.container && one.target.kind === other.target.kind;
}
function amountOf({ target }) {
    return target.kind === 'utilization' ? target.percent : Number(target.milli);
}
function targetText({ target }) {
    return target.kind === 'utilization' ? `${target.percent} %` : target.text;
}
/** A backlog does not fall at once when instances are added, so the ratio multiplies the count again at every sync. */
function totalAsValue({ source, name, target }) {
    if (source !== 'object' && source !== 'external')
        return undefined;
    if (target.kind !== 'value' || !/(lag|queue|backlog|depth|length|messages|pending|total|rate)/i.test(name)) {
        return undefined;
    }
    return {
        level: 'warning',
        code: 'total-as-value',
        what: `${name} looks like a total, and its target is of type Value`,
        why: 'Value multiplies the present count by value / target at every sync: while the total stays above it the count runs to the maximum.',
        fix: 'use AverageValue: how much of it one instance shall have.',
    };
}
/** Memory that a process has taken it seldom gives back. */
function memoryStays(metric) {
    if (metric.source !== 'resource' || metric.name !== 'memory')
        return undefined;
    const line = targetText(metric);
    return {
        level: 'warning',
        code: 'memory-stays',
        what: 'memory is the target',
        why: `With n instances it shrinks only when each uses at most (n - 1) / n of ${line}; memory that does not follow the load keeps the count up for good (4 instances at 80 % of target: ceil(4 x 0.8) = 4).`,
        fix: 'scale on CPU or requests, and size the memory by the request.',
    };
}
