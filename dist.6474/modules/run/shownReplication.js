import { goodShareOf } from '../results/goodShareOf.js';
/**
 * The replication whose pictures are shown: the median by good share, meant over the candidates, the lowest number of equals.
 *
 * One for all candidates, so that all are seen under the same traffic. Without an slo the share of offered requests that ended
 * well stands for the good share. Undefined where no replication is common to all.
 */
export function typicalReplication(runsByCandidate) {
    const present = runsByCandidate.filter(({ runs, failure }) => failure === undefined && runs.length > 0);
    const [first, ...others] = present;
    if (first === undefined)
        return undefined;
    const common = first.runs
        .map(({ replication }) => replication)
        .filter((number) => others.every(({ runs }) => runs.some(({ replication }) => replication === number)));
    const scored = common
        .map((replication) => ({ replication, score: scoreOf(present, replication) }))
        .sort((a, b) => a.score - b.score || a.replication - b.replication);
    const median = scored[Math.floor((scored.length - 1) / 2)];
    return scored.find(({ score }) => score === median?.score)?.replication;
}
/** Candidates that served nothing say nothing of how typical a run is. */
function scoreOf(runsByCandidate, replication) {
    const shares = runsByCandidate.flatMap(({ runs }) => {
        const run = runs.find((one) => one.replication === replication);
        return run === undefined ? [] : (goodShareOf(run.measures) ?? []);
    });
    return shares.reduce((sum, share) => sum + share, 0) / Math.max(1, shares.length);
}
/** The typical replication where its pictures were kept, else the first one of all candidates that has some. */
export function shownReplication(runsByCandidate) {
    const typical = typicalReplication(runsByCandidate);
    const present = runsByCandidate.filter(({ runs, failure }) => failure === undefined && runs.length > 0);
    const isKept = (number) => present.every(({ runs }) => runs.some(({ replication, detail }) => replication === number && detail !== undefined));
    if (typical !== undefined && isKept(typical))
        return typical;
    return present[0]?.runs.map(({ replication }) => replication).find(isKept);
}
/**
 * The typical replication of every comparison once more, now with curves, decisions and events.
 *
 * Which one it is shows only when all have run, and keeping the curves of all would take memory without bound.
 * @param comparisons the candidates of each
 */
export function cellsToShow(comparisons) {
    return comparisons.flatMap((runsByCandidate, comparisonIndex) => {
        const typical = typicalReplication(runsByCandidate);
        return runsByCandidate.flatMap(({ runs, failure }, candidateIndex) => {
            const run = runs.find(({ replication }) => replication === typical);
            if (run === undefined || failure !== undefined || run.detail !== undefined)
                return [];
            return [{ comparisonIndex, candidateIndex, replication: run.replication, detail: true }];
        });
    });
}
/** The runs with what was seen when some of them were done again. */
export function addDetail(finished, again) {
    return finished.map((one) => {
        const twin = again.find(({ cell }) => isSameRun(cell, one.cell))?.outcome;
        if (twin?.type !== 'done' || one.outcome.type !== 'done' || twin.result.detail === undefined)
            return one;
        const { detail } = twin.result;
        return { cell: one.cell, outcome: { type: 'done', result: { ...one.outcome.result, detail } } };
    });
}
function isSameRun(a, b) {
    return (a.comparisonIndex === b.comparisonIndex && a.candidateIndex === b.candidateIndex && a.replication === b.replication);
}
