import { fisherPValue } from '../stats/fisherExact.js';
import { leastTellingPairs, mcNemarPValue } from '../stats/mcNemar.js';
/** Chance that a test calls equal policies different. */
const errorRate = 0.05;
/** Run by run, of the replications in which both say whether it was answered; undefined where all were. */
export function unansweredPairs(a, b) {
    const ofB = new Map(b.policy.replications.map((one) => [one.replication, isLate(one, b.measure)]));
    const found = { runs: 0, a: 0, b: 0, onlyA: 0, onlyB: 0 };
    for (const one of a.policy.replications) {
        const [lateA, lateB] = [isLate(one, a.measure), ofB.get(one.replication)];
        if (lateA === undefined || lateB === undefined)
            continue;
        found.runs++;
        if (lateA)
            found.a++;
        if (lateB)
            found.b++;
        if (lateA && !lateB)
            found.onlyA++;
        if (lateB && !lateA)
            found.onlyB++;
    }
    const { onlyA, onlyB, ...counts } = found;
    return counts.a + counts.b === 0 ? undefined : { counts, onlyA, onlyB };
}
/** Undefined where the run says neither: it has no data. */
function isLate({ measures, nulls }, name) {
    if (typeof measures[name] === 'number')
        return false;
    return nulls?.[name] === unanswered ? true : undefined;
}
/**
 * Better or worse where the pairs that differ fall to one side more often than chance allows; else undecided.
 *
 * One run more or less among unanswered requests is what chance does to equal policies all the time.
 */
export function compareUnanswered({ counts: { runs }, onlyA, onlyB }) {
    if (mcNemarPValue({ onlyA, onlyB }) <= errorRate)
        return { verdict: onlyA > onlyB ? 'better' : 'worse', runs: {} };
    const differing = onlyA + onlyB;
    if (differing === 0 || differing >= leastTellingPairs)
        return { verdict: 'undecided', runs: {} };
    return { verdict: 'undecided', runs: { runs_needed: Math.ceil((runs * leastTellingPairs) / differing) } };
}
/** The same of runs that are not paired: Fisher's exact test on the two counts. */
export function compareUnpairedRuns(a, b) {
    const of = ({ policy, measure }) => {
        const known = policy.replications.flatMap((one) => isLate(one, measure) ?? []);
        return { hitCount: known.filter(Boolean).length, runCount: known.length };
    };
    const [ofA, ofB] = [of(a), of(b)];
    const isShown = fisherPValue(ofA, ofB) <= errorRate;
    const isWorse = ofB.hitCount * ofA.runCount > ofA.hitCount * ofB.runCount;
    return { ofA, ofB, verdict: isShown ? (isWorse ? 'worse' : 'better') : 'undecided' };
}
/** Reason of a null that stands for "infinitely late", unlike the others, which stand for "no data". */
export const unanswered = 'unanswered';
