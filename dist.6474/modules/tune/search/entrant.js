import { pairedDifference } from '../../stats/pairedDifference.js';
import { directionOf } from '../../stats/verdict.js';
/** Best first: those that keep what must hold by their goal, then the others by how far they miss it; equals in their order. */
export function ranking(entrants, judge) {
    const sign = judge.better === 'lower' ? 1 : -1;
    const worst = Number.POSITIVE_INFINITY;
    const ranked = entrants.map((entrant) => ({
        entrant,
        ...judge.verdictOf(entrant.runs),
        goal: meanGoal(entrant.runs, judge),
    }));
    const cost = ({ goal }) => (goal === undefined ? worst : sign * goal);
    const compare = (a, b) => (a === b ? 0 : a < b ? -1 : 1);
    return ranked.sort((a, b) => Number(b.ok) - Number(a.ok) || compare(a.shortfall, b.shortfall) || compare(cost(a), cost(b)));
}
/** Undefined where one of the runs has no value: what is infinitely late makes the mean so. */
export function meanGoal(runs, judge) {
    const values = runs.flatMap((run) => judge.goalOf(run) ?? []);
    if (values.length === 0 || values.length < runs.length)
        return undefined;
    return values.reduce((sum, value) => sum + value, 0) / values.length;
}
/** Goal of `other` minus that of `best`, run by run, where both have one. */
export function goalDifference(best, other, judge) {
    const pairs = { a: [], b: [] };
    for (const [replication, run] of other.runs.entries()) {
        const paired = best.runs[replication];
        const [a, b] = [paired === undefined ? undefined : judge.goalOf(paired), judge.goalOf(run)];
        if (a === undefined || b === undefined)
            continue;
        pairs.a.push(a);
        pairs.b.push(b);
    }
    return pairedDifference(pairs);
}
/**
 * Whether a setting of the worse half goes, and why: every run of it misses what must hold, or its paired 95 % interval says
 * that its goal is worse than that of the best that keeps it.
 */
export function leaveOf(entrant, best, judge) {
    const runCount = entrant.runs.length;
    if (entrant.runs.every((run) => judge.misses(run)))
        return { why: 'must', runCount };
    if (best === undefined)
        return undefined;
    const hasNone = entrant.runs.every((run) => judge.goalOf(run) === undefined);
    if (hasNone && meanGoal(best.runs, judge) !== undefined)
        return { why: 'goal', runCount };
    const difference = goalDifference(best, entrant, judge);
    return directionOf(difference, judge.better) === 'worse' ? { why: 'goal', runCount, difference } : undefined;
}
