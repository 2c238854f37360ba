import { binnedMeasure } from './binned.js';
import { firstScaleUp } from './firstScaleUp.js';
import { flaps } from './flaps.js';
import { replicas } from './replicas.js';
const noDistance = () => '';
/** Processor time in use, a mean over time. */
const cpu = binnedMeasure({
    kind: 'cpu',
    measure: 'cpu_cores',
    factor: 1,
    valuesOf: ({ cpuCores }) => cpuCores,
    isByRequests: false,
    farthest: { share: 0.1 },
    distanceText: noDistance,
});
/** The mean of the bins' quantiles, each counted by the requests of its bin: not the quantile of all, but the same of both. */
const p50 = binnedMeasure({
    kind: 'p50',
    measure: 'latency_p50_ms',
    factor: 1000,
    valuesOf: ({ p50Seconds }) => p50Seconds,
    isByRequests: true,
    farthest: { share: 0.25 },
    distanceText: noDistance,
});
const p95 = binnedMeasure({
    kind: 'p95',
    measure: 'latency_p95_ms',
    factor: 1000,
    valuesOf: ({ p95Seconds }) => p95Seconds,
    isByRequests: true,
    farthest: { share: 0.25 },
    distanceText: noDistance,
});
const errors = binnedMeasure({
    kind: 'errors',
    measure: 'error_share',
    factor: 1,
    valuesOf: (bins) => bins.answers.map((count, bin) => (count === 0 ? null : bins.errors[bin] / count)),
    isByRequests: true,
    farthest: { distance: 0.005 },
    distanceText: (share) => `${Number((share * 100).toPrecision(3))} points`,
});
/** Every measure that a backtest compares, in the order of its views. */
export const judgedMeasures = [replicas, firstScaleUp, cpu, p50, p95, errors, flaps];
