import { leastSamplesAbove } from '../../../results/measures/latency.js';
import { formatPercent, thinSpace } from '../../format.js';
import { lookOf } from './lookOf.js';
const pointsMax = 60;
/** Share of requests slower than a latency for every policy; undefined without latencies. */
export function tailDataOf(study) {
    const { slo } = study.scenario;
    const sloMs = slo === null ? null : slo.latency_s * 1000;
    const curves = study.candidates.flatMap((candidate) => curveOf(candidate, sloMs));
    return curves.length === 0 ? undefined : { curves, sloMs, allowed: slo === null ? null : 1 - slo.objective };
}
function curveOf(candidate, sloMs) {
    const { upper_ms: uppers, count: counts } = candidate.policy.latencyHistogram;
    const total = counts.reduce((sum, count) => sum + count, 0);
    if (total === 0)
        return [];
    const unanswered = unansweredShareOf(candidate);
    const points = [];
    let slower = total;
    for (const [bucket, count] of counts.entries()) {
        slower -= count;
        if (slower < leastSamplesAbove && unanswered === 0)
            break;
        // A request that was not answered well is slower than any latency.
        points.push([uppers[bucket], unanswered + (1 - unanswered) * (slower / total)]);
    }
    const atSlo = sloMs === null ? null : shareAt(sloMs, { uppers, counts, total, unanswered });
    return [
        {
            name: candidate.label,
            place: candidate.place,
            ...lookOf(candidate),
            points: thin(points),
            atSlo,
            shareText: atSlo === null ? '' : shareText(atSlo),
        },
    ];
}
/** Share of the judged requests that were not answered well, over all replications: those of busy runs weigh more. */
function unansweredShareOf({ policy }) {
    let [judged, unanswered] = [0, 0];
    for (const { measures } of policy.replications) {
        const [ratio, completed] = [measures.unanswered_ratio ?? 0, measures.requests_completed ?? 0];
        // completed = (1 - ratio) x judged
        const count = ratio < 1 ? completed / (1 - ratio) : (measures.requests_offered ?? 0);
        judged += count;
        unanswered += count * ratio;
    }
    return judged > 0 ? unanswered / judged : 0;
}
function shareAt(milliseconds, { uppers, counts, total, unanswered }) {
    let slower = 0;
    for (const [bucket, count] of counts.entries())
        if (uppers[bucket] > milliseconds)
            slower += count;
    return unanswered + (1 - unanswered) * (slower / total);
}
/** Two digits for small shares: `0.21 %` is far from `0.3 %` when the budget is 1 %. */
function shareText(share) {
    const percent = share * 100;
    if (percent >= 1 || percent === 0)
        return formatPercent(percent);
    return `${Number(percent.toPrecision(2))}${thinSpace}%`;
}
/** At most `pointsMax` points, evenly spread over the logarithm of the latency, the last one kept. */
function thin(points) {
    if (points.length <= pointsMax)
        return points.map(rounded);
    const [low, high] = [Math.log(points[0][0]), Math.log(points[points.length - 1][0])];
    const kept = [];
    let column = -1;
    for (const [index, point] of points.entries()) {
        const at = Math.floor(((Math.log(point[0]) - low) / (high - low)) * (pointsMax - 1));
        if (at > column || index === points.length - 1)
            kept.push(rounded(point));
        column = Math.max(column, at);
    }
    return kept;
}
function rounded([milliseconds, share]) {
    return [Number(milliseconds.toPrecision(4)), Number(share.toPrecision(4))];
}
