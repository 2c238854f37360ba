import { unanswered } from '../unansweredRuns.js';
/** The 5 % and 95 % quantiles of each measure over the worlds, by nearest rank; worlds without data are left out. */
export function plausibleOf(worlds) {
    const names = [...new Set(worlds.flatMap(({ measures }) => Object.keys(measures)))];
    return Object.fromEntries(names.flatMap((name) => {
        const values = worlds.flatMap(({ measures, nulls }) => {
            const value = measures[name];
            return typeof value === 'number' ? value : nulls?.[name] === unanswered ? Number.POSITIVE_INFINITY : [];
        });
        if (values.length === 0)
            return [];
        const sorted = values.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
        return [[name, [quantile(sorted, 0.05), quantile(sorted, 0.95)]]];
    }));
}
/** The smallest value at or below which a share lies. */
function quantile(sorted, share) {
    const value = sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
    return Number.isFinite(value) ? value : null;
}
