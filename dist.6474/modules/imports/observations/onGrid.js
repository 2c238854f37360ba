/** Prometheus looks back five minutes for a sample; older ones are stale (its documentation, "Staleness"). */
const lookBackSeconds = 300;
/** A step over this many medians is a gap, as the replay of traces has it. */
const gapFactor = 1.5;
/**
 * A recording at the instants at which the policy decides: a value stays until the next, a gap shows nothing.
 *
 * An autoscaler in a cluster decides by its own clock. Asked once a minute, one that may double every 15 s would seem four
 * times as slow, and KEDA's polls would fall between the rows.
 */
export function onGrid({ seconds, columns }, everySeconds) {
    const steps = seconds.slice(1).map((instant, index) => instant - seconds[index]);
    const median = [...steps].sort((a, b) => a - b)[Math.floor((steps.length - 1) / 2)] ?? 0;
    const holdSeconds = Math.max(lookBackSeconds, gapFactor * median);
    const rows = [];
    const instants = [];
    let row = 0;
    const [first] = seconds;
    const last = seconds[seconds.length - 1];
    for (let tick = 0; first + tick * everySeconds <= last; tick++) {
        const instant = first + tick * everySeconds;
        while (row + 1 < seconds.length && seconds[row + 1] <= instant)
            row++;
        instants.push(instant);
        rows.push(instant - seconds[row] <= holdSeconds ? row : -1);
    }
    return {
        seconds: instants,
        columns: columns.map(({ values, ...rest }) => ({
            ...rest,
            values: rows.map((index) => values[index] ?? Number.NaN),
        })),
    };
}
