/**
 * Every rise of needed in a span, with what passed until enough instances were ready.
 *
 * ```
 *   jump ......... seen ... asked ........ accepted .. launched ......... ready ...... full speed
 *    |   metric     | decision |   limit      |   api     |     startup     | slow start |
 * ```
 *
 * Walked back from the instant r at which ready first reached the new need ("splits a rise into its parts" asserts this
 * drawing): the instance that became ready at r gives its launch; the decision in force at its launch, followed back for as long
 * as it was as high, gives the accepted action; the first decision since the jump that was high enough, or held back, gives
 * the end of the decision part; the first planned scrape whose whole window lies after the jump, when it shows, or that decision,
 * if earlier, the end of the metric part. What passes between action and launch beyond one API latency (failed and
 * retried launches) counts as limit. Everything before the jump is cut off, so the parts sum to the total.
 *
 * A rise that is never answered lasts until the need is over: until it falls below the rise, or the run ends. No answer
 * can take longer (slow start is cut there, too), so whoever answers a rise is never worse off than who does not.
 */
export function lagJumps(sources, span) {
    const rises = sources.needed.changesIn(span).filter(({ from, to }) => to > from);
    if (rises.length === 0)
        return [];
    const launchOf = launchesByReady(sources);
    return rises.map(({ seconds, from, to }) => {
        const overSeconds = Math.min(span.toSeconds, overAt(sources.needed, seconds, to));
        return {
            atSeconds: seconds,
            neededFrom: from,
            neededTo: to,
            ...answerTo(sources, { atSeconds: seconds, count: to, launchOf, overSeconds }),
        };
    });
}
/** When fewer are needed again; Infinity where that never happens. */
function overAt(needed, atSeconds, count) {
    let step = needed.stepAt(atSeconds) + 1;
    while (step < needed.seconds.length && needed.values[step] >= count)
        step++;
    return needed.seconds[step] ?? Number.POSITIVE_INFINITY;
}
const nothing = {
    metricSeconds: 0,
    decisionSeconds: 0,
    limitSeconds: 0,
    apiSeconds: 0,
    startupSeconds: 0,
    slowStartSeconds: 0,
};
function answerTo(sources, rise) {
    if (sources.ready.at(rise.atSeconds) >= rise.count)
        return { isAnswered: true, parts: nothing };
    const readySeconds = reachedSeconds(sources, rise);
    return readySeconds === undefined
        ? { isAnswered: false, parts: partsWithoutAnswer(sources, rise) }
        : { isAnswered: true, parts: partsOf(sources, rise, readySeconds) };
}
/** What the wait was for as far as it came: to be shown, asked for, granted, and then for the provider and the startup. */
function partsWithoutAnswer({ desiredRuns, applied, apiSeconds, scrapes }, rise) {
    const { atSeconds, count: enough, overSeconds } = rise;
    const asked = askedSeconds(desiredRuns, { atSeconds, acceptedSeconds: overSeconds, enough });
    let step = Math.max(0, applied.stepAt(asked));
    while (step < applied.seconds.length && applied.values[step] < enough)
        step++;
    const accepted = Math.min(overSeconds, Math.max(asked, applied.seconds[step] ?? overSeconds));
    const metricSeconds = Math.min(asked - atSeconds, seenSeconds(scrapes, atSeconds) - atSeconds);
    return {
        metricSeconds,
        decisionSeconds: asked - atSeconds - metricSeconds,
        limitSeconds: accepted - asked,
        apiSeconds: Math.min(overSeconds - accepted, apiSeconds),
        startupSeconds: Math.max(0, overSeconds - accepted - apiSeconds),
        slowStartSeconds: 0,
    };
}
function partsOf(sources, rise, readySeconds) {
    const { atSeconds, count, overSeconds } = rise;
    const launchSeconds = rise.launchOf(readySeconds) ?? readySeconds;
    const launched = Math.max(launchSeconds, atSeconds);
    const { seconds: acceptedSeconds, count: enough } = acceptedAction(sources, launchSeconds, count);
    const accepted = Math.min(launched, Math.max(acceptedSeconds, atSeconds));
    const asked = askedSeconds(sources.desiredRuns, { atSeconds, acceptedSeconds: accepted, enough });
    const metricSeconds = Math.min(asked - atSeconds, seenSeconds(sources.scrapes, atSeconds) - atSeconds);
    const apiSeconds = Math.min(launched - accepted, sources.apiSeconds);
    return {
        metricSeconds,
        decisionSeconds: asked - atSeconds - metricSeconds,
        limitSeconds: accepted - asked + (launched - accepted - apiSeconds),
        apiSeconds,
        startupSeconds: readySeconds - launched,
        slowStartSeconds: Math.min(sources.slowStartSeconds, overSeconds - readySeconds),
    };
}
/** The first instant from the jump on at which enough are ready; undefined where the need is over before. */
function reachedSeconds({ ready }, { atSeconds, count, overSeconds }) {
    for (let next = ready.stepAt(atSeconds) + 1; next < ready.seconds.length; next++) {
        if (ready.seconds[next] >= overSeconds)
            return undefined;
        if (ready.values[next] >= count)
            return ready.seconds[next];
    }
    return undefined;
}
/** Finds when the instance was launched that became ready at an instant; of several, the one launched last. */
function launchesByReady({ launchTimes, readyTimes }) {
    const launches = new Map();
    for (const [life, ready] of readyTimes.entries()) {
        launches.set(ready, Math.max(launches.get(ready) ?? Number.NEGATIVE_INFINITY, launchTimes[life]));
    }
    return (readySeconds) => launches.get(readySeconds);
}
/**
 * The action that launched an instance: since when the desired count was as high as at its launch, or as the need.
 *
 * The provider acts one API latency after it accepts, so the desired count that holds is the one of a latency before.
 */
function acceptedAction({ applied, apiSeconds }, launchSeconds, count) {
    // 1e-9 s: accepted + latency - latency need not give the same double.
    let step = applied.stepAt(launchSeconds - apiSeconds + 1e-9);
    if (step < 0)
        return { seconds: Number.NEGATIVE_INFINITY, count };
    const enough = Math.min(count, applied.values[step]);
    while (step > 0 && applied.values[step - 1] >= enough)
        step--;
    return { seconds: applied.seconds[step], count: enough };
}
/** The first decision since the jump that asked for enough or was held back; the accepted one at the latest. */
function askedSeconds(desiredRuns, { atSeconds, acceptedSeconds, enough }) {
    for (let index = firstUntil(desiredRuns, atSeconds); index < desiredRuns.length; index++) {
        const { fromSeconds, desired, isHeldBack } = desiredRuns[index];
        if (fromSeconds >= acceptedSeconds)
            break;
        if (isHeldBack || desired >= enough)
            return Math.max(fromSeconds, atSeconds);
    }
    return acceptedSeconds;
}
/** Index of the first decision that was still repeated at an instant or came later. */
function firstUntil(desiredRuns, seconds) {
    let low = 0;
    let high = desiredRuns.length;
    while (low < high) {
        const middle = (low + high) >> 1;
        if (desiredRuns[middle].untilSeconds < seconds)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}
/** When the first planned scrape whose whole window lies after an instant shows. */
function seenSeconds(scrapes, atSeconds) {
    return scrapes.reduce((earliest, { phaseSeconds, scrapeSeconds, windowSeconds, delaySeconds }) => {
        const scrape = Math.max(0, Math.ceil((atSeconds + windowSeconds - phaseSeconds) / scrapeSeconds - 1e-9));
        return Math.min(earliest, phaseSeconds + scrape * scrapeSeconds + delaySeconds);
    }, Number.POSITIVE_INFINITY);
}
/** Means over the rises, answered or not; of one service or several. */
export function lagTotals(jumps) {
    const mean = (part) => jumps.reduce((total, { parts }) => total + parts[part], 0) / Math.max(1, jumps.length);
    return {
        riseCount: jumps.length,
        answeredCount: jumps.filter(({ isAnswered }) => isAnswered).length,
        metricSeconds: mean('metricSeconds'),
        decisionSeconds: mean('decisionSeconds'),
        limitSeconds: mean('limitSeconds'),
        apiSeconds: mean('apiSeconds'),
        startupSeconds: mean('startupSeconds'),
        slowStartSeconds: mean('slowStartSeconds'),
    };
}
