/** Beside the results, not in them: a result is what the document says of a policy and nothing else. */
const samplesOfResults = new WeakMap();
/** Remembers the runs of a result for as long as the result lives. */
export function keepRuns(result, samples) {
    samplesOfResults.set(result, samples);
}
/** The runs of a result made in this process; undefined for one read from a file. */
export function samplesOf(result) {
    return samplesOfResults.get(result);
}
