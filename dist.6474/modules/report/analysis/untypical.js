import { formatInUnit } from '../format.js';
import { unitOf } from '../html/unitOf.js';
import { shownMeasuresOf } from '../shownRun.js';
/** How far the run shown may lie from a policy's own median before the page says so, as a share of the median. */
const tolerances = [
    { measure: 'cost_usd', word: 'cost', share: 0.1, toSize: (usd) => usd },
    { measure: 'latency_all_p99_ms', word: 'p99', share: 0.5, toSize: (ms) => ms },
    // 99 % against 98 % good is twice the bad requests.
    { measure: 'slo_attainment', word: 'good requests', share: 1, toSize: (good) => 1 - good },
];
/** ` Not typical of ...` where the run shown lies far from the median one of a policy; else empty. */
export function untypicalText({ candidates, scenario }) {
    const found = candidates.flatMap(({ label, policy }) => tolerances.flatMap(({ measure, word, share, toSize }) => {
        const values = policy.replications.flatMap(({ measures }) => measures[measure] ?? []).sort((a, b) => a - b);
        const own = shownMeasuresOf(policy, scenario)?.[measure];
        const median = values[Math.floor((values.length - 1) / 2)];
        if (typeof own !== 'number' || values.length < 3 || median === undefined || toSize(median) <= 0)
            return [];
        const excess = Math.abs(toSize(own) / toSize(median) - 1) / share;
        const text = `${label} has ${word} ${formatInUnit(own, unitOf(measure))} in it, ${formatInUnit(median, unitOf(measure))} in the median one`;
        return excess > 1 ? [{ excess, text }] : [];
    }));
    const [worst] = found.sort((a, b) => b.excess - a.excess);
    return worst === undefined ? '' : ` It is not typical of all: ${worst.text}.`;
}
