/**
 * Comparisons with what their worlds add, in the order in which all runs: the comparisons, then of each its control, the runs at
 * the stated values that the plan does not have, and its worlds.
 */
export function withWorlds(comparisons, replications) {
    const parts = comparisons.flatMap(({ worlds, ...comparison }, of) => {
        if (worlds === undefined)
            return [];
        const numbers = worlds.worlds.map(({ number }) => number);
        const control = numbers.filter((number) => !replications.includes(number));
        return [
            { ...comparison, of, replications: control },
            ...worlds.worlds.map(({ scenario, number }) => ({ ...comparison, scenario, of, replications: [number] })),
        ];
    });
    return [...comparisons, ...parts];
}
/** The first round of every comparison, and of what `withWorlds` adds to it. */
export function firstRounds(comparisons, replications) {
    return withWorlds(comparisons, replications).map(({ candidates, of, replications: own }, comparisonIndex) => ({
        comparisonIndex,
        candidateIndexes: candidates.map((_, index) => index),
        replications: own ?? replications,
        isFirst: of === undefined,
    }));
}
/**
 * Every run of some rounds.
 *
 * Replication by replication, so that an interrupted comparison leaves runs that can be paired. Results are collected in this
 * order, whichever worker finishes first.
 */
export function planCells(rounds) {
    return rounds.flatMap(({ comparisonIndex, candidateIndexes, replications, isFirst }) => replications.flatMap((replication, index) => candidateIndexes.map((candidateIndex) => ({
        comparisonIndex,
        candidateIndex,
        replication,
        detail: isFirst && index === 0,
    }))));
}
