import { clockOf } from '../../clock.js';
import { leastShare } from '../charts/heatmap.js';
/** When answers were slow, per policy in the run shown, best first; empty where the document has none. */
export function heatmapDataOf({ ranked, scenario }) {
    const sloMs = scenario.slo === null ? null : scenario.slo.latency_s * 1000;
    const maps = ranked.flatMap(({ label: name, place, style, policy }) => {
        const heat = heatOf(policy);
        if (heat === undefined)
            return [];
        const shares = heat.count.map((column) => {
            const total = column.reduce((sum, count) => sum + count, 0);
            return column.map((count) => (total === 0 ? 0 : Number(((count / total) * 1000).toPrecision(3))));
        });
        const { step_s: stepSeconds, upper_ms: uppers } = heat;
        const { duration_s: durationSeconds } = scenario;
        return [
            { name, place, color: style.color, ...clockOf(scenario), durationSeconds, stepSeconds, uppers, shares, sloMs },
        ];
    });
    const domain = domainOf(maps, sloMs);
    return maps.map((map) => ({ ...map, domain }));
}
/** One scale for all policies, without the buckets that none fills; the open ends are drawn as wide as is seemly. */
function domainOf(maps, sloMs) {
    const [first] = maps;
    if (first === undefined)
        return [1, 1000];
    const { uppers } = first;
    const filled = [...uppers.keys(), uppers.length].filter((bucket) => maps.some(({ shares }) => shares.some((column) => column[bucket] >= leastShare)));
    const [lowest, highest] = [filled[0] ?? 0, filled[filled.length - 1] ?? uppers.length];
    const low = uppers[lowest - 1] ?? uppers[0] / 2;
    const high = uppers[highest] ?? uppers[uppers.length - 1] * 1.75;
    return sloMs === null ? [low, high] : [Math.min(low, sloMs / 2), Math.max(high, sloMs * 1.5)];
}
/** All services together: a run gives all of them the same columns and buckets. */
function heatOf({ timeline }) {
    const heats = timeline.flatMap(({ heatmap }) => (heatmap === undefined ? [] : [heatmap]));
    const [first] = heats;
    if (first === undefined || first.upper_ms.length === 0)
        return undefined;
    const columns = Math.max(...heats.map(({ count }) => count.length));
    const count = Array.from({ length: columns }, (_, column) => Array.from({ length: first.upper_ms.length + 1 }, (_, bucket) => heats.reduce((sum, heat) => sum + (heat.count[column]?.[bucket] ?? 0), 0)));
    return columns === 0 ? undefined : { ...first, count };
}
