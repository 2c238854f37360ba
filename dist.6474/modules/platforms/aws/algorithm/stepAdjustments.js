/** The step whose interval holds the breach; undefined when none does. O(steps). */
export function findStep(steps, { breach, isAbove }) {
    return steps.find(({ lower, upper }) => isAbove ? lower <= breach && breach < upper : lower < breach && breach <= upper);
}
/**
 * What keeps the service from accepting a list of steps; empty when it would.
 *
 * No gap, no overlap, at most one open end on each side and not both on one step; a negative lower bound needs a step
 * that is open below, a positive upper bound one that is open above. O(n log n).
 */
export function stepFaults(steps) {
    if (steps.length === 0)
        return [{ step: 0, what: 'there is no step' }];
    const order = steps.map((step, index) => ({ ...step, index })).sort((a, b) => a.lower - b.lower || a.upper - b.upper);
    const faults = order.flatMap((step, rank) => {
        const before = rank === 0 ? undefined : order[rank - 1];
        const { index } = step;
        if (step.lower === Number.NEGATIVE_INFINITY && step.upper === Number.POSITIVE_INFINITY) {
            return [{ step: index, what: 'the step has neither a lower nor an upper bound' }];
        }
        if (step.lower >= step.upper) {
            return [{ step: index, what: `the lower bound ${step.lower} is not below the upper bound ${step.upper}` }];
        }
        if (before === undefined || before.upper === step.lower)
            return [];
        const [from, to] = [before.upper, step.lower].map((bound) => (Number.isFinite(bound) ? bound : 'infinity'));
        return before.upper < step.lower
            ? [{ step: index, what: `no step covers a breach from ${from} to ${to}` }]
            : [{ step: index, what: `two steps overlap: one ends at ${from}, the next begins at ${to}` }];
    });
    const first = order[0];
    const last = order.reduce((highest, step) => (step.upper > highest.upper ? step : highest));
    if (first.lower < 0 && Number.isFinite(first.lower)) {
        faults.push({ step: first.index, what: `no step covers a breach below ${first.lower}` });
    }
    if (last.upper > 0 && Number.isFinite(last.upper)) {
        faults.push({ step: last.index, what: `no step covers a breach above ${last.upper}` });
    }
    return faults;
}
