/** A rate so many times the median after a fall is no restart of one counter: a sum of several lost a part. */
const PLAUSIBLE_FACTOR = 10;
/**
 * The increase a second of a counter, from each sample to the next; stamped with the first of the two, for it holds from there.
 *
 * A counter that falls began again from zero, so its new value is its increase since, as Prometheus' rate() has it. Of a sum of
 * counters that is wrong: when one of a hundred pods restarts, the sum falls by a hundredth, and the rest is no increase. Such a step
 * would be a rate far above all others; it is left out.
 */
export function increases(seconds, values) {
    const stepCount = Math.max(0, seconds.length - 1);
    const rates = new Float64Array(stepCount);
    const falls = [];
    for (let index = 0; index < stepCount; index++) {
        const difference = values[index + 1] - values[index];
        if (difference < 0)
            falls.push(index);
        rates[index] = (difference < 0 ? values[index + 1] : difference) / (seconds[index + 1] - seconds[index]);
    }
    if (falls.length === 0)
        return { seconds: seconds.slice(0, stepCount), values: rates, resetCount: 0, left: [] };
    const fallen = new Set(falls);
    const usual = median(rates.filter((_, index) => !fallen.has(index)));
    const isWrong = (index) => fallen.has(index) && rates[index] > PLAUSIBLE_FACTOR * usual;
    const wrong = falls.filter(isWrong);
    return {
        seconds: seconds.slice(0, stepCount).filter((_, index) => !isWrong(index)),
        values: rates.filter((_, index) => !isWrong(index)),
        resetCount: falls.length - wrong.length,
        left: wrong.map((index) => [seconds[index], seconds[index + 1]]),
    };
}
/** The lower median; 0 of nothing. */
export function median(values) {
    return values.slice().sort()[Math.floor((values.length - 1) / 2)] ?? 0;
}
/** Share of steps on which values fall, and of those on which they rise. */
export function slopes(values) {
    let [falls, rises] = [0, 0];
    for (let index = 1; index < values.length; index++) {
        if (values[index] < values[index - 1])
            falls++;
        else if (values[index] > values[index - 1])
            rises++;
    }
    const steps = Math.max(1, values.length - 1);
    return { fallShare: falls / steps, riseShare: rises / steps };
}
