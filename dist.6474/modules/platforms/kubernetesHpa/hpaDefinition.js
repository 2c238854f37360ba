import { seenThrough } from '../../policy/observation.js';
import { describeOutcome } from './describeOutcome.js';
import { customFeedName, resourceFeedName } from './hpaFeeds.js';
import { readPods, serviceMetric } from './observedMetric.js';
import { observedPods, statusReplicas } from './observedPods.js';
import { averagePodReplicas, utilizationReplicas } from './perPodMetric.js';
import { emptyMemory, reconcile } from './reconcile.js';
import { toMilli } from './saturate.js';
import { averageReplicas, valueReplicas } from './wholeMetric.js';
/** The key of the policy's state under which the controller's memory is kept. */
const MEMORY_KEY = 'kubernetesHpa';
/** An autoscaler as a policy: one sync of the controller every 15 s. */
export function hpaDefinition(spec, options) {
    return {
        name: spec.name,
        every: `${spec.flags.syncSeconds}s`,
        decide: (observation, context) => sync(spec, options, observation, context),
    };
}
function sync(spec, options, observation, { state }) {
    // safe: only this function writes that key.
    const before = state[MEMORY_KEY] ?? emptyMemory;
    const currentReplicas = currentCount(spec, observation);
    const outcome = reconcile({
        ...spec,
        nowSeconds: observation.time,
        currentReplicas,
        readMetrics: () => readMetrics(spec, options, observation, state),
    }, before);
    state[MEMORY_KEY] = outcome.memory;
    const words = describeOutcome(spec, outcome, currentReplicas);
    // What it wants is there: nothing is written, whatever the spec says.
    const desired = outcome.replicas === currentReplicas ? observation.instances.desired : outcome.replicas;
    return { desired, ...words, ...heldBy(outcome), ...atMaximum(outcome) };
}
function currentCount({ flags }, observation) {
    return flags.currentFrom === 'status' ? statusReplicas(observation) : observation.instances.desired;
}
/** What cut the count on its way up; a cut on the way down holds nothing that a rise asks for. */
function heldBy({ verdict }) {
    if (verdict.step !== 'metrics')
        return {};
    switch (verdict.limited.reason) {
        case 'TooManyReplicas':
            return { heldBy: 'bounds' };
        case 'ScaleUpLimit':
            return { heldBy: 'limit' };
        case 'DesiredWithinRange':
            return verdict.heldBy?.direction === 'up' ? { heldBy: 'stabilization' } : {};
        default:
            return {};
    }
}
function atMaximum({ verdict }) {
    if (verdict.step !== 'metrics' || verdict.limited.reason !== 'TooManyReplicas')
        return {};
    const { heldBy, proposal } = verdict;
    return { atMaximum: { wanted: heldBy?.recommendation.replicas ?? proposal.replicas, setting: 'maxReplicas' } };
}
function readMetrics(spec, options, observation, state) {
    const { metricNames } = options;
    const scene = { spec, metricNames, observation, seen: seenOnce(observation) };
    const externals = options.metricsOf?.(observation, state);
    return spec.metrics.map((metric) => {
        if (metric.source === 'resource' || metric.source === 'pods')
            return readPerPod(metric, scene);
        const isGiven = metric.source === 'external' && externals !== undefined;
        if (isGiven)
            return readWhole(metric, externals[metric.name], scene);
        const value = serviceMetric(seenThrough(observation, customFeedName), metric.name, metricNames);
        return readWhole(metric, value, scene);
    });
}
function seenOnce(observation) {
    const known = new Map();
    return (feedName) => {
        const before = known.get(feedName);
        if (before !== undefined)
            return before;
        const through = seenThrough(observation, feedName);
        const seen = { observation: through, observed: observedPods(through) };
        known.set(feedName, seen);
        return seen;
    };
}
function readPerPod(metric, { spec, metricNames, seen }) {
    const { tolerance, flags } = spec;
    const { observation, observed } = seen(metric.source === 'resource' ? resourceFeedName : customFeedName);
    const { time: nowSeconds } = observation;
    const readings = readPods(observation, observed, metric, metricNames);
    const scene = {
        nowSeconds,
        currentReplicas: currentCount(spec, observation),
        tolerance,
        flags,
        ...readings,
    };
    const { source, name, target } = metric;
    const resource = source === 'resource' ? name : undefined;
    if (target.kind !== 'utilization')
        return averagePodReplicas(scene, { resource, targetMilli: target.milli });
    const targetPercent = target.percent;
    // Only resources have a utilization; the schema has seen to that.
    return utilizationReplicas(scene, { resource: resource ?? 'cpu', container: undefined, targetPercent });
}
function readWhole({ target }, value, { spec, observation }) {
    const { tolerance } = spec;
    const targetMilli = target.kind === 'utilization' ? 0n : target.milli;
    const whole = { valuesMilli: value === undefined ? [] : [toMilli(value * 1000)], targetMilli, tolerance };
    if (target.kind === 'average')
        return averageReplicas(whole, statusReplicas(observation));
    const pods = observedPods(observation).map(({ pod }) => ({ ...pod, requestMilli: {} }));
    return valueReplicas(whole, { pods, currentReplicas: currentCount(spec, observation) });
}
