import { spellsAboveSlo } from '../results/measures/sloWindows.js';
/** When users had to wait: spells below the objective in the run shown, all services together; none without an slo. */
export function aboveSloOf(policy, scenario) {
    return policy.above_slo ?? spellsOfWindows(policy.timeline, scenario);
}
/** The same of one service. */
export function aboveSloOfService(timeline, scenario) {
    return timeline.above_slo ?? spellsOfWindows([timeline], scenario);
}
/** From the windows of a document that does not state the spells. */
function spellsOfWindows(timelines, { slo, duration_s }) {
    const parts = timelines.flatMap(({ slo_windows }) => (slo_windows === undefined ? [] : [slo_windows]));
    const [first] = parts;
    if (slo === null || first === undefined)
        return [];
    const sum = (key) => Float64Array.from(first[key], (_, window) => parts.reduce((total, one) => total + (one[key][window] ?? 0), 0));
    const spells = spellsAboveSlo({
        slo: { latencySeconds: slo.latency_s, objective: slo.objective },
        windowTotals: sum('judged'),
        windowGoods: sum('good'),
        spanSeconds: duration_s - first.from_s,
        windowSeconds: first.step_s,
    });
    return spells.map(([from, until]) => [first.from_s + from, first.from_s + until]);
}
/** Whether any of the spells overlaps [from, until). */
export function overlaps(spells, from, until) {
    return spells.some((spell) => spell[0] < until && spell[1] > from);
}
