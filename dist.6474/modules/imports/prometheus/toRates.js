/** Names that Prometheus gives to counters. */
const counterName = /_(total|count|sum|bucket)$/;
/**
 * Rates of a series: its values as they are, or the differences of a counter.
 *
 * A counter that falls has begun again from zero, as rate() takes it; its increase since is the value itself.
 */
export function toRates({ name, samples }) {
    const filled = samples.filter(({ value }) => !Number.isNaN(value));
    const emptyCount = samples.length - filled.length;
    const negativeCount = filled.filter(({ value }) => value < 0).length;
    const isCounter = name !== undefined && counterName.test(name);
    if (!isCounter) {
        const rows = filled.map(({ seconds, value }) => ({ seconds, ratePerSecond: value }));
        return { rows, isCounter, resetCount: 0, emptyCount, negativeCount };
    }
    const resetCount = filled.filter(({ value }, index) => index > 0 && value < filled[index - 1].value).length;
    return { rows: differences(filled), isCounter, resetCount, emptyCount, negativeCount };
}
/** A row lasts until the next, so the increase up to the next sample is this row's; the last sample only ends it. */
function differences(samples) {
    return samples.slice(0, -1).map(({ seconds, value }, index) => {
        const next = samples[index + 1];
        const increase = next.value >= value ? next.value - value : next.value;
        return { seconds, ratePerSecond: increase / (next.seconds - seconds) };
    });
}
