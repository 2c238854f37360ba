import { meanOf, notRecorded, short } from './judgedMeasure.js';
/** Weighted means over the bins that both have; how far the means are apart. */
export function binnedMeasure(rule) {
    const { kind, measure, factor } = rule;
    return {
        measure,
        judge(observed) {
            const means = meansOf(rule, observed);
            if (means === undefined)
                return notRecorded;
            return { ...means, ...verdictOf(rule, means) };
        },
        limitOf: () => ('share' in rule.farthest ? rule.farthest.share : rule.farthest.distance),
        curve(observed) {
            const recorded = observed.recorded.binned[kind];
            const ofRuns = runsOf(rule, observed);
            if (recorded === undefined || ofRuns.length === 0)
                return undefined;
            const present = (bin) => ofRuns.flatMap((values) => values[bin] ?? []);
            const over = (of) => recorded.values.map((_, bin) => (present(bin).length === 0 ? null : factor * of(present(bin))));
            return {
                seconds: recorded.edges.slice(0, -1),
                real: recorded.values.map((value) => (value === null ? null : factor * value)),
                simulated: over(meanOf),
                low: over((values) => Math.min(...values)),
                high: over((values) => Math.max(...values)),
            };
        },
    };
}
/** [run][bin] */
function runsOf({ kind, valuesOf }, { runs }) {
    return runs.flatMap(({ binned }) => {
        const bins = binned[kind];
        return bins === undefined ? [] : [valuesOf(bins)];
    });
}
function meansOf(rule, observed) {
    const { recorded } = observed;
    const bins = recorded.binned[rule.kind];
    const ofRuns = runsOf(rule, observed);
    if (bins === undefined || ofRuns.length === 0)
        return undefined;
    let [weights, real, simulated] = [0, 0, 0];
    for (const [bin, value] of bins.values.entries()) {
        const present = ofRuns.flatMap((values) => values[bin] ?? []);
        if (value === null || present.length === 0)
            continue;
        const [from, until] = [bins.edges[bin], bins.edges[bin + 1]];
        const weight = rule.isByRequests ? recorded.weightOf(from, until) : until - from;
        weights += weight;
        real += weight * value;
        simulated += weight * meanOf(present);
    }
    if (weights === 0)
        return undefined;
    return { real: (rule.factor * real) / weights, simulated: (rule.factor * simulated) / weights };
}
function verdictOf({ farthest, distanceText }, { real, simulated }) {
    const distance = simulated - real;
    const side = distance < 0 ? 'less' : 'more';
    if ('distance' in farthest) {
        const ok = Math.abs(distance) <= farthest.distance;
        const why = `${distanceText(Math.abs(distance))} ${side}, ${ok ? 'at most' : 'beyond'} ${distanceText(farthest.distance)}`;
        return { error: distance, ok, why };
    }
    if (real === 0) {
        const ok = simulated === 0;
        return { error: ok ? 0 : null, ok, why: ok ? 'both are 0' : 'the recording has none' };
    }
    const share = distance / real;
    const ok = Math.abs(share) <= farthest.share;
    const why = `${short(Math.abs(share) * 100)} % ${side}, ${ok ? 'at most' : 'beyond'} ${farthest.share * 100} %`;
    return { error: share, ok, why };
}
