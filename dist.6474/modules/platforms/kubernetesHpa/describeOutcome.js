import { policyWords, spanWords, timeWords } from './words.js';
/** One sync in words: the rule that held, and the numbers behind it. */
export function describeOutcome(spec, { verdict, replicas }, currentReplicas) {
    const { minReplicas, maxReplicas } = spec;
    switch (verdict.step) {
        case 'off':
            return { rule: 'off at 0 replicas', reason: `0 replicas and ${offBecause(spec)}: scaling is off` };
        case 'above-max':
            return { rule: 'above maxReplicas', reason: `${currentReplicas} is above maxReplicas ${maxReplicas}` };
        case 'below-min':
            return { rule: 'minReplicas', reason: `${currentReplicas} is below minReplicas ${minReplicas}` };
        case 'all-failed':
            return { rule: 'no metrics: hold', reason: `${errorWords(verdict.errors)}; ${replicas} held` };
        case 'some-failed': {
            const metric = spec.metrics[verdict.metric].name;
            const reason = `${errorWords(verdict.errors)}; ${metric} alone would shrink, ${replicas} held`;
            return { rule: 'some metrics failed: hold', reason };
        }
        case 'metrics':
            return { rule: ruleOf(spec, verdict, currentReplicas), reason: reasonOf(spec, verdict, replicas) };
    }
}
function offBecause({ minReplicas, version }) {
    if (minReplicas > 0)
        return `minReplicas ${minReplicas}`;
    return `this autoscaler did not take the target there (Kubernetes 1.${version.minor})`;
}
const errorText = {
    'no-metrics': 'a metric has no value',
    'no-metrics-for-ready-pods': 'no ready pod has a metric',
    'missing-resource-request': 'Utilization without a request',
    'metrics-do-not-match-pods': 'no pod has both a metric and a request',
};
function errorWords(errors) {
    return [...new Set(errors)].map((error) => errorText[error]).join(', ');
}
/** The last thing that changed the count, or else why the metrics asked for it. */
function ruleOf(spec, { limited, heldBy, proposal }, currentReplicas) {
    if (limited.reason !== 'DesiredWithinRange')
        return limitRule(spec, limited, currentReplicas);
    if (heldBy !== undefined)
        return windowRule(spec, heldBy.direction);
    return {
        'inside-tolerance': 'inside tolerance',
        ratio: 'target met: ceil(ratio x ready)',
        total: 'target met: ceil(total / target)',
        'guesses-turn-it': 'pods without metrics: hold',
        fallback: 'fallback replicas',
    }[proposal.because];
}
function limitRule({ behavior, flags }, { reason, policy }, currentReplicas) {
    if (reason === 'TooFewReplicas')
        return 'minReplicas';
    if (reason === 'TooManyReplicas')
        return 'maxReplicas is the maximum';
    const name = reason === 'ScaleUpLimit' ? 'scale-up' : 'scale-down';
    if (policy !== undefined)
        return `${name} limit ${policyWords(policy)}`;
    if (behavior !== undefined)
        return `${name} limit: disabled`;
    const { factor, minimumCount } = flags.legacyScaleUp;
    return factor * currentReplicas > minimumCount
        ? `scale-up limit ${factor}x a sync`
        : `scale-up limit ${minimumCount} pods`;
}
function windowRule({ behavior, flags }, direction) {
    const seconds = behavior?.[direction].stabilizationSeconds ?? flags.downscaleStabilizationSeconds;
    const which = direction === 'up' ? 'lowest' : 'highest';
    return `scale-${direction} stabilization: ${which} recommendation of the last ${spanWords(seconds)} holds`;
}
function reasonOf({ metrics }, { metric, proposal, heldBy, limited }, replicas) {
    const found = proposal.because === 'fallback' ? `${metrics[metric].name} has failed for too long: fallback` : '';
    const asked = `${found || readingWords(metrics[metric], proposal)} -> ${proposal.replicas}`;
    const parts = [asked];
    if (heldBy !== undefined) {
        const { replicas: held, timeSeconds } = heldBy.recommendation;
        const which = heldBy.direction === 'up' ? 'lowest' : 'highest';
        parts.push(`${which} recommendation ${held} at ${timeWords(timeSeconds)}`);
    }
    if (limited.reason !== 'DesiredWithinRange')
        parts.push(`${limited.reason} ${replicas}`);
    return parts.join('; ');
}
function readingWords({ name, target }, proposal) {
    const { reading, because, countedPods, guessedPods } = proposal;
    const wanted = target.kind === 'utilization' ? `${target.percent} %` : quantityWords(Number(target.milli), name);
    const found = 'utilizationPercent' in reading
        ? `${reading.utilizationPercent} %`
        : quantityWords(Number(reading.usageMilli), name);
    const each = target.kind === 'average' ? ' a pod' : '';
    const guessed = guessedPods === 0 ? '' : ` and ${guessedPods} without a metric that counts`;
    const pods = because === 'total' ? '' : `, ${countedPods - guessedPods} ready${guessed}`;
    return `${name} ${found}${each} of target ${wanted}${pods}`;
}
/** Thousandths as people write them: bytes of memory in Mi, everything else as a number. */
function quantityWords(milli, name) {
    const value = milli / 1000;
    if (name === 'memory')
        return `${Math.round(value / 2 ** 20)}Mi`;
    return String(Number(value.toPrecision(4)));
}
