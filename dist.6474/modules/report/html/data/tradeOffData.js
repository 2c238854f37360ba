import { hindsightCostOf } from '../../analysis/hindsightCost.js';
import { formatCost, formatMilliseconds, thinSpace } from '../../format.js';
import { hindsightShortText } from '../../hindsight.js';
import { unansweredText } from '../../unansweredText.js';
import { lookOf } from './lookOf.js';
const latencyName = 'latency_all_p99_ms';
/** Cost and p99 of every policy; undefined where there is no price or no latency to draw. */
export function tradeOffDataOf(study) {
    if (!study.hasCost)
        return undefined;
    const answered = study.candidates.flatMap((candidate) => latenciesOf(candidate));
    if (answered.length === 0)
        return undefined;
    const limit = p99LimitOf(study);
    // Infinitely late has no place on a scale; above everything that was answered is the nearest to it.
    const top = Math.max(...answered, limit?.limit ?? 0) * 1.6;
    const hindsightCost = hindsightCostOf(study);
    return {
        points: study.candidates
            .filter(({ isOfHindsight }) => !isOfHindsight)
            .flatMap((candidate) => pointOf(candidate, top, study.money)),
        limit: limit === undefined ? null : { latency: limit.limit, text: `breaks p(99)<${limit.limit}` },
        hindsight: hindsightCost === undefined
            ? null
            : {
                cost: hindsightCost * study.money.factor,
                text: `${hindsightShortText} ${formatCost(hindsightCost, study.money)}`,
            },
        money: study.money.label,
    };
}
/** The limit on the p99 of all requests, if the scenario sets one. */
export function p99LimitOf({ candidates }) {
    return candidates[0]?.limits.find(({ measure, operator }) => measure === latencyName && operator.startsWith('<'));
}
function latenciesOf({ policy }) {
    return policy.replications.flatMap(({ measures }) => {
        const value = measures[latencyName];
        return typeof value === 'number' && value > 0 ? [value] : [];
    });
}
function pointOf(candidate, top, money) {
    const { factor } = money;
    const { policy, label: name, place } = candidate;
    const cost = policy.measures.cost_usd;
    const latency = policy.measures[latencyName];
    if (cost === undefined || cost.mean === null || latency === undefined)
        return [];
    const isUnanswered = latency.mean === null && latency.reason === 'unanswered';
    if (latency.mean === null && !isUnanswered)
        return [];
    const y = latency.mean ?? top;
    const latencyText = isUnanswered ? unansweredText(policy, thinSpace) : formatMilliseconds(y);
    return [
        {
            name,
            place,
            ...lookOf(candidate),
            cost: cost.mean * factor,
            costLow: (cost.low ?? cost.mean) * factor,
            costHigh: (cost.high ?? cost.mean) * factor,
            latency: y,
            // A t-interval of a skewed measure may reach below 0, which a log scale cannot show.
            latencyLow: Math.max(isUnanswered ? y : (latency.low ?? y), y / 20),
            latencyHigh: isUnanswered ? y : (latency.high ?? y),
            isUnanswered,
            detail: `${formatCost(cost.mean, money)}, ${latencyText}`,
            replications: policy.replications.flatMap(({ measures }) => {
                const [costUsd, milliseconds] = [measures.cost_usd, measures[latencyName]];
                return typeof costUsd === 'number' &&
                    typeof milliseconds === 'number' &&
                    milliseconds > 0 &&
                    policy.replications.length > 1
                    ? [[costUsd * factor, milliseconds]]
                    : [];
            }),
        },
    ];
}
