import { estimateContext } from '../scenario/estimateContext.js';
import { buildSource } from '../traffic/sources/index.js';
/** Instants at which the rate is looked at, at most. */
const mostSteps = 3_600;
/** A rate below this share of the peak doubles all the time and asks nothing of anybody. */
const leastShare = 0.05;
/**
 * The shortest time in which the planned rate of all sources together doubles, seconds; undefined where it never does, or is not
 * known in advance (virtual users, traces of single requests).
 */
export function trafficDoublingSeconds(scenario, folder) {
    const context = estimateContext(scenario, folder);
    const curves = Object.values(scenario.traffic).map((settings) => {
        const source = buildSource(settings, context);
        return source.kind === 'open' ? source.rate : undefined;
    });
    const step = Math.max(1, scenario.duration / mostSteps);
    const rates = Array.from({ length: Math.floor(scenario.duration / step) }, (_, index) => {
        const [from, to] = [index * step, (index + 1) * step];
        return curves.reduce((sum, curve) => sum + (curve?.integral(from, to) ?? Number.NaN), 0);
    });
    if (rates.some(Number.isNaN))
        return undefined;
    const peak = rates.reduce((most, rate) => Math.max(most, rate), 0);
    let best = rates.length;
    for (const [from, rate] of rates.entries()) {
        if (rate < leastShare * peak || rate <= 0)
            continue;
        for (let to = from + 1; to < Math.min(rates.length, from + best); to++) {
            if (rates[to] < 2 * rate)
                continue;
            best = to - from;
            break;
        }
    }
    return best === rates.length ? undefined : best * step;
}
