import { walkTogether } from '../../stats/stepCurve.js';
/** Grid on which demand and supply are compared for the direction in which they move (SPEC RG: a fixed grid). */
const GRID_SECONDS = 60;
/**
 * Integrals of needed and ready instances over a span, for one service or several together.
 *
 * Exact sums over the steps of both. Several services count together: a shortage of one is not made up for by another.
 */
export function elasticityTotals(services, span) {
    const curves = services.flatMap(({ needed, ready }) => [needed, ready]);
    const totals = { underRatioSeconds: 0, overRatioSeconds: 0, underSeconds: 0, overSeconds: 0 };
    walkTogether(curves, span, (values, lengthSeconds) => {
        let [needed, missing, spare] = [0, 0, 0];
        for (let index = 0; index < values.length; index += 2) {
            needed += values[index];
            missing += Math.max(0, values[index] - values[index + 1]);
            spare += Math.max(0, values[index + 1] - values[index]);
        }
        if (missing > 0) {
            totals.underRatioSeconds += (missing / needed) * lengthSeconds;
            totals.underSeconds += lengthSeconds;
        }
        if (spare > 0) {
            totals.overRatioSeconds += (spare / Math.max(1, needed)) * lengthSeconds;
            totals.overSeconds += lengthSeconds;
        }
    });
    return {
        ...totals,
        ...gridTotals(services, span),
        neededChanges: changeCount(services, span, 'needed'),
        readyChanges: changeCount(services, span, 'ready'),
    };
}
function changeCount(services, span, curve) {
    return services.reduce((total, service) => total + service[curve].changesIn(span).length, 0);
}
/** Whole steps of the grid, and those in which some service's demand and supply moved differently. */
function gridTotals(services, { fromSeconds, toSeconds }) {
    const gridSteps = Math.floor((toSeconds - fromSeconds) / GRID_SECONDS + 1e-9);
    let unlikeGridSteps = 0;
    const levelsAt = (seconds) => services.map(({ needed, ready }) => [needed.at(seconds), ready.at(seconds)]);
    let before = levelsAt(fromSeconds);
    for (let step = 1; step <= gridSteps; step++) {
        const levels = levelsAt(fromSeconds + step * GRID_SECONDS);
        const isUnlike = levels.some(([needed, ready], index) => Math.sign(needed - before[index][0]) !== Math.sign(ready - before[index][1]));
        if (isUnlike)
            unlikeGridSteps++;
        before = levels;
    }
    return { gridSteps, unlikeGridSteps };
}
