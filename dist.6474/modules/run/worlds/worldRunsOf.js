/** The runs of the worlds of one comparison, out of all that finished. `all` is what `withWorlds` gives. */
export function worldRunsOf(comparisonIndex, all, finished) {
    const comparison = all[comparisonIndex];
    const byCell = new Map(finished.map((one) => [keyOf(one.cell), one.outcome]));
    const parts = all.flatMap((one, index) => (one.of === comparisonIndex ? [index] : []));
    const [control, ...worlds] = parts;
    const rowOf = (index, replication) => comparison.candidates.map((_, candidateIndex) => byCell.get(keyOf({ comparisonIndex: index, candidateIndex, replication })));
    const numbers = comparison.worlds?.worlds.map(({ number }) => number) ?? [];
    return {
        worlds: numbers.map((number, index) => rowOf(worlds[index], number)),
        control: numbers.map((number) => {
            const ofPlan = rowOf(comparisonIndex, number);
            return ofPlan.every((outcome) => outcome === undefined) ? rowOf(control, number) : ofPlan;
        }),
    };
}
function keyOf({ comparisonIndex, candidateIndex, replication, }) {
    return `${comparisonIndex}/${candidateIndex}/${replication}`;
}
