/** An interval with fewer latencies has no quantile to compare. */
const ENOUGH_COUNT = 20;
const ENOUGH_INTERVALS = 12;
/** So many intervals one after the other are trouble; fewer are chance, or a cold start. */
const SUSTAINED = 3;
/** Latency is not flat any more where its median or its 95 % quantile is so many times that at low load. */
const LATENCY_FACTOR = 2;
/** Failures beyond those at low load that count as none. */
const FAILED_SHARE = 0.01;
/** Without so much between the quiet quarter and the busiest intervals there is nothing to compare. */
const RATE_FACTOR = 1.5;
/** A rate so much above the first that went wrong, and that went well, contradicts it. */
const CONTRADICTION_FACTOR = 1.1;
/**
 * The highest rate up to which latency stays flat and failures are about none.
 *
 * Low load is the quarter of the intervals with the lowest rates. An interval goes wrong when median or p95 is twice that of low load,
 * failures are beyond chance above its share plus a point, or iterations were dropped; three in a row begin a stretch that counts by
 * the rate at which it began, since a queue outlasts the load that made it. Deviation from textbooks: no curve is fitted, so what was
 * not tried is not told.
 */
export function kneeOf(all) {
    const judged = all.filter(({ latencies }) => latencies !== undefined && latencies.count >= ENOUGH_COUNT);
    if (judged.length < ENOUGH_INTERVALS) {
        return unknown(`only ${judged.length} intervals have ${ENOUGH_COUNT} requests or more`);
    }
    const byRate = [...judged].sort((a, b) => a.offeredPerSecond - b.offeredPerSecond);
    const quiet = byRate.slice(0, Math.max(SUSTAINED, Math.ceil(byRate.length / 4)));
    const base = baseOf(quiet);
    if (base.failedShare > 0.05)
        return unknown('requests failed at the lowest load, too');
    const stretches = stretchesOf(judged, base);
    if (stretches.length === 0) {
        const highestPerSecond = byRate[byRate.length - 1].offeredPerSecond;
        const isVaried = highestPerSecond >= RATE_FACTOR * quiet[Math.floor(quiet.length / 2)].offeredPerSecond;
        if (!isVaried)
            return unknown('the load hardly varied, so there is no latency at low load to compare with');
        return { status: 'not-reached', highestPerSecond };
    }
    const first = stretches.reduce((best, one) => (one.offeredPerSecond < best.offeredPerSecond ? one : best));
    const highPerSecond = first.offeredPerSecond;
    const good = judged.filter((interval) => faultOf(interval, base) === undefined);
    const below = good.filter(({ offeredPerSecond }) => offeredPerSecond < highPerSecond);
    if (below.length === 0)
        return unknown('it went wrong at the lowest load, too');
    return {
        status: 'reached',
        lowPerSecond: Math.max(...below.map(({ offeredPerSecond }) => offeredPerSecond)),
        highPerSecond,
        why: first.why,
        isContradicted: good.filter(({ offeredPerSecond }) => offeredPerSecond > CONTRADICTION_FACTOR * highPerSecond).length >=
            SUSTAINED,
    };
}
function unknown(why) {
    return { status: 'unknown', why };
}
function baseOf(quiet) {
    const middle = (probability) => {
        const values = quiet.map(({ latencies }) => latencies?.quantileSeconds(probability) ?? 0).sort((a, b) => a - b);
        return values[Math.floor((values.length - 1) / 2)];
    };
    const sum = (of) => quiet.reduce((total, one) => total + of(one), 0);
    return {
        p50Seconds: middle(0.5),
        p95Seconds: middle(0.95),
        failedShare: sum(({ failedCount }) => failedCount) / sum(({ requestCount }) => requestCount),
    };
}
function stretchesOf(judged, base) {
    const stretches = [];
    let length = 0;
    for (const [index, interval] of judged.entries()) {
        length = faultOf(interval, base) === undefined ? 0 : length + 1;
        if (length !== SUSTAINED)
            continue;
        const begin = judged[index - SUSTAINED + 1];
        stretches.push({ offeredPerSecond: begin.offeredPerSecond, why: faultOf(begin, base) ?? '' });
    }
    return stretches;
}
/** What goes wrong in an interval; undefined where all is well. */
function faultOf({ requestCount, failedCount, droppedCount, latencies }, base) {
    if (droppedCount > 0)
        return 'iterations dropped for want of virtual users';
    const expected = requestCount * (base.failedShare + FAILED_SHARE);
    if (failedCount > expected + 3 * Math.sqrt(expected)) {
        return `failed ${percent(base.failedShare)} -> ${percent(failedCount / requestCount)}`;
    }
    for (const [name, probability, baseSeconds] of [
        ['p50', 0.5, base.p50Seconds],
        ['p95', 0.95, base.p95Seconds],
    ]) {
        const seconds = latencies?.quantileSeconds(probability) ?? 0;
        if (seconds > LATENCY_FACTOR * baseSeconds)
            return `${name} ${milliseconds(baseSeconds)} -> ${milliseconds(seconds)}`;
    }
    return undefined;
}
function percent(share) {
    return `${Number((100 * share).toPrecision(2))} %`;
}
function milliseconds(seconds) {
    return `${Number((1000 * seconds).toPrecision(3))} ms`;
}
