import { versionField } from './kubernetesVersion.js';
import { paceOf } from './pace.js';
import { isWithinTolerance } from './usageRatio.js';
import { spanWords, timeWords } from './words.js';
/** Steps of a sequence that are written out. */
const STEPS_SHOWN = 10;
/** What an autoscaler will do, in plain words and numbers, the most important first. */
export function explainHpa(spec) {
    const { minReplicas, maxReplicas, metrics, flags } = spec;
    return [
        `Keeps ${minReplicas === maxReplicas ? '' : `${minReplicas} to `}${maxReplicas} instances of ${spec.target} and decides every ${flags.syncSeconds} s.`,
        ...metrics.flatMap((metric) => [metricSentence(metric), ...fallbackSentence(metric)]),
        ...(metrics.length > 1
            ? ['The metric that asks for the most instances wins. While one of them cannot be read, the count does not fall.']
            : []),
        ...growthSentences(spec),
        ...shrinkSentences(spec),
        toleranceSentence(spec),
        ...zeroSentences(spec),
        ...startupSentences(spec),
    ];
}
function zeroSentences({ minReplicas, version }) {
    if (minReplicas !== 0)
        return [];
    const { minor, wakesOnlyOwnZero } = version;
    const who = wakesOnlyOwnZero
        ? 'it wakes only what it took to 0 itself; a target that was set to 0 by hand stays there'
        : 'it wakes a target at 0, whoever took it there (with the feature gate HPAScaleToZero)';
    return [`At 0 instances ${who}. This is Kubernetes 1.${minor}; ?${versionField}=1.N reads it as another.`];
}
function metricSentence({ source, name, target }) {
    if (target.kind === 'utilization') {
        return `${name}: keeps usage at ${target.percent} % of the request: desired = ceil(use / ${target.percent} % x ready instances).`;
    }
    if (source === 'resource' || source === 'pods') {
        return `${name}: keeps the mean per instance at ${target.text}: desired = ceil(mean / ${target.text} x ready instances).`;
    }
    if (target.kind === 'average')
        return `${name}: one instance for each ${target.text} of the total, rounded up.`;
    return `${name}: keeps the value itself at ${target.text}: desired = ceil(value / ${target.text} x ready instances).`;
}
function fallbackSentence({ name, fallback }) {
    if (fallback === undefined)
        return [];
    const { replicas, failureSeconds } = fallback;
    return [`${name}: once it has failed for ${spanWords(failureSeconds)} it asks for ${replicas} instances.`];
}
function growthSentences(spec) {
    const { behavior, flags, minReplicas, maxReplicas } = spec;
    if (minReplicas === maxReplicas)
        return [];
    const { factor, minimumCount } = flags.legacyScaleUp;
    const limit = behavior === undefined
        ? `Grows at most to max(${factor}x, ${minimumCount}) every ${flags.syncSeconds} s.`
        : rulesSentence('up', behavior.up);
    const sentences = [limit];
    const windowSeconds = behavior?.up.stabilizationSeconds ?? 0;
    if (windowSeconds > 0) {
        sentences.push(`Grows only to the lowest count that was asked for in the last ${spanWords(windowSeconds)}.`);
    }
    const steps = paceOf(spec, 'up');
    if (steps.length > 0)
        sentences.push(`At full speed: ${sequence(minReplicas, steps)}.`);
    return sentences;
}
function shrinkSentences(spec) {
    const { behavior, flags, minReplicas, maxReplicas } = spec;
    if (minReplicas === maxReplicas)
        return [];
    if (behavior?.down.selectPolicy === 'Disabled')
        return [rulesSentence('down', behavior.down)];
    const windowSeconds = behavior?.down.stabilizationSeconds ?? flags.downscaleStabilizationSeconds;
    const sentences = windowSeconds > 0
        ? [`Never shrinks below the highest count that was asked for in the last ${spanWords(windowSeconds)}.`]
        : ['Shrinks as soon as the metrics ask for it (no stabilization window).'];
    if (behavior !== undefined)
        sentences.push(rulesSentence('down', behavior.down));
    const steps = paceOf(spec, 'down');
    if (steps.length > 0)
        sentences.push(`When all load stops: ${sequence(maxReplicas, steps)}.`);
    return sentences;
}
const verbs = { up: 'Grows', down: 'Shrinks' };
function rulesSentence(direction, { selectPolicy, policies }) {
    const verb = verbs[direction];
    if (selectPolicy === 'Disabled')
        return `Never ${verb.toLowerCase()}: selectPolicy is Disabled.`;
    const isLargest = selectPolicy === 'Max';
    // The largest growth is the highest count, the largest shrinking the lowest.
    const pick = (direction === 'up') === isLargest ? 'max' : 'min';
    const periods = new Set(policies.map(({ periodSeconds }) => periodSeconds));
    const [period] = periods;
    const steps = policies.map((policy) => stepWords(direction, policy));
    if (periods.size === 1) {
        const limit = steps.length === 1 ? steps[0] : `${pick}(${steps.join(', ')})`;
        return `${verb} at most to ${limit} every ${spanWords(period)}.`;
    }
    const each = policies.map((policy, index) => `${steps[index]} every ${spanWords(policy.periodSeconds)}`);
    return `${verb} at most to the ${pick === 'max' ? 'higher' : 'lower'} of ${each.join(', ')}.`;
}
/** `2x`, `+4`, `0.9x`, `-1`. */
function stepWords(direction, { type, value }) {
    if (type === 'Pods')
        return `${direction === 'up' ? '+' : '-'}${value}`;
    const percent = direction === 'up' ? 100 + value : 100 - value;
    return percent <= 0 ? '0' : `${percent / 100}x`;
}
function sequence(from, steps) {
    const shown = steps.slice(0, STEPS_SHOWN).map(({ timeSeconds, replicas }) => {
        return `${replicas} at ${timeWords(timeSeconds)}`;
    });
    const last = steps[steps.length - 1];
    if (steps.length > STEPS_SHOWN)
        shown.push('...', `${last.replicas} at ${timeWords(last.timeSeconds)}`);
    return [String(from), ...shown].join(', ');
}
function toleranceSentence({ tolerance, maxReplicas }) {
    const { upRatio, downRatio } = tolerance;
    const percent = (ratio) => `${Number((ratio * 100).toPrecision(6))} %`;
    const band = upRatio === downRatio
        ? `within ${percent(upRatio)} of the target`
        : `from ${percent(downRatio)} below to ${percent(upRatio)} above the target`;
    if (upRatio === 0)
        return `Does nothing while the load is ${band}. Any rise above it counts.`;
    let count = 1;
    // One instance's worth of load more on n instances is a ratio of (n + 1) / n.
    while (count <= maxReplicas && !isWithinTolerance((count + 1) / count, tolerance))
        count++;
    const effect = count > maxReplicas
        ? 'at every count up to the maximum, the load of one more instance is noticed'
        : `from ${count} instances on, the load of one more instance stays inside this band, so it is not noticed`;
    return `Does nothing while the load is ${band}: ${effect}.`;
}
function startupSentences({ metrics, flags }) {
    const perPod = metrics.filter(({ source }) => source === 'resource' || source === 'pods');
    if (perPod.length === 0)
        return [];
    const sentences = [];
    if (perPod.some((metric) => !isCpu(metric))) {
        sentences.push('Starting instances count with their measured value. Without one, an instance counts as on target for a scale-down and as idle for a scale-up.');
    }
    if (perPod.some(isCpu)) {
        sentences.push('For CPU, starting instances count as idle for a scale-up and are left out for a scale-down.', `In its first ${spanWords(flags.cpuInitializationSeconds)} an instance's CPU counts only once the metric window starts after the instance became ready.`);
    }
    return sentences;
}
function isCpu({ source, name }) {
    return source === 'resource' && name === 'cpu';
}
