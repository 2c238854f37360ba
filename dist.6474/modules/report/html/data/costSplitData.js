import { paidPartsOf } from '../../analysis/costParts.js';
import { hindsightCostOf } from '../../analysis/hindsightCost.js';
import { formatCost, formatUsd } from '../../format.js';
import { hindsightShortText } from '../../hindsight.js';
/** The bill of all services together, then of each where there are several; empty where the document does not split it. */
export function costSplitDataOf(study) {
    const services = [
        ...new Set(study.candidates.flatMap(({ policy }) => policy.timeline.map(({ service }) => service))),
    ];
    return ['', ...(services.length > 1 ? services : [])].flatMap((service) => splitOf(service, study));
}
function splitOf(service, study) {
    const prefix = service === '' ? '' : `services.${service}.`;
    const costs = study.candidates.flatMap((candidate) => barOf(candidate, prefix, study.money));
    if (costs.length === 0)
        return [];
    const bars = costs.sort((a, b) => a.usd - b.usd).map(({ bar }) => bar);
    const usd = service === '' ? hindsightCostOf(study) : undefined;
    const hindsight = usd === undefined
        ? null
        : { usd: usd * study.money.factor, text: `${hindsightShortText} ${formatCost(usd, study.money)}` };
    return [{ service, bars, hindsight }];
}
function barOf(candidate, prefix, money) {
    const parts = paidPartsOf(candidate, prefix);
    const cost = candidate.policy.measures[`${prefix}cost_usd`];
    if (parts.length === 0 || cost === undefined || cost.mean === null)
        return [];
    return [
        {
            usd: cost.mean,
            bar: {
                name: candidate.label,
                place: candidate.place,
                color: candidate.style.color,
                segments: parts.map(({ part: { key, label }, usd }) => ({
                    key,
                    label,
                    usd: Number((usd * money.factor).toPrecision(5)),
                })),
                total: `${formatCost(cost.mean, money)}${halfText(cost, money)}`,
            },
        },
    ];
}
/** Half of the interval; empty with one run. */
function halfText({ low, high }, { factor }) {
    if (low === null || high === null)
        return '';
    return ` ±${formatUsd(((high - low) / 2) * factor).slice(1)}`;
}
