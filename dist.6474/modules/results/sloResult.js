import { judgedCount } from './measures/judgedCount.js';
/** Judges the SLO over all runs of a policy: the one definition of "meets" that gate and reports share. */
export function sloResult({ objective, gate }, runs, { allowEmpty }) {
    const counts = runs.map(countsOf);
    const [good, judged, offered] = [sumOf(counts, 'good'), sumOf(counts, 'judged'), sumOf(counts, 'offered')];
    const emptyCount = counts.filter((run) => run.judged === 0).length;
    const heldIn = {
        runs_met: counts.filter((run) => run.judged > 0 && run.good / run.judged >= objective).length,
        runs: runs.length,
        ...(emptyCount === 0 ? {} : { runs_empty: emptyCount }),
        gate,
    };
    if (judged > 0)
        return { met: good / judged >= objective, good_share: good / judged, ...heldIn };
    const reason = offered === 0 ? 'no requests' : 'no request was old enough at the end to be judged';
    return { met: allowEmpty, good_share: null, ...heldIn, reason };
}
function countsOf({ groups }) {
    return groups.reduce((sum, { counts }) => ({
        offered: sum.offered + counts.offered,
        judged: sum.judged + judgedCount(counts),
        good: sum.good + counts.good,
    }), { offered: 0, judged: 0, good: 0 });
}
function sumOf(counts, key) {
    return counts.reduce((sum, one) => sum + one[key], 0);
}
