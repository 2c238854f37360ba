/** A window with fewer requests keeps the state of the window before it. */
export const REQUESTS_PER_WINDOW = 20;
export const WINDOW_SECONDS = 60;
/** [window] whether the good share is below the objective. */
function badWindows({ slo, windowTotals, windowGoods }) {
    const objective = slo?.objective ?? 0;
    let isBad = false;
    return Array.from(windowTotals, (count, window) => {
        if (count >= REQUESTS_PER_WINDOW)
            isBad = windowGoods[window] / count < objective;
        return isBad;
    });
}
/** Seconds of the span in which the good share was below the objective: windows that follow each other are one spell. */
export function spellsAboveSlo(windows) {
    const { windowSeconds = WINDOW_SECONDS, spanSeconds } = windows;
    const spells = [];
    for (const [window, isBad] of badWindows(windows).entries()) {
        if (!isBad)
            continue;
        const from = window * windowSeconds;
        const until = Math.min(from + windowSeconds, spanSeconds);
        const last = spells.at(-1);
        if (last !== undefined && last[1] === from)
            last[1] = until;
        else
            spells.push([from, until]);
    }
    return spells;
}
/** Windows that say something of the good share: those of at least 20 requests. */
export function judgedWindowCount({ windowTotals }) {
    return windowTotals.reduce((count, total) => count + (total >= REQUESTS_PER_WINDOW ? 1 : 0), 0);
}
/**
 * Total and longest time in windows whose good share is below the objective, seconds.
 *
 * @returns undefined where no window has requests enough to tell
 */
export function timeAboveSlo(windows) {
    if (judgedWindowCount(windows) === 0)
        return undefined;
    let total = 0;
    let longest = 0;
    let current = 0;
    for (const [window, isBad] of badWindows(windows).entries()) {
        const seconds = Math.min(WINDOW_SECONDS, windows.spanSeconds - window * WINDOW_SECONDS);
        current = isBad ? current + seconds : 0;
        if (isBad)
            total += seconds;
        longest = Math.max(longest, current);
    }
    return { total, longest };
}
/**
 * Seconds from a fault's begin until the good share was back above the objective; 0 when it never fell below.
 *
 * Counted are the windows below the objective while the fault lasts and in the one after, with the spell that follows
 * without a break. A spell that lasts to the end of the run counts up to there.
 * @returns undefined where none of these windows has requests enough to tell
 */
export function recoverySeconds(windows, { fromSeconds, untilSeconds }) {
    const bad = badWindows(windows);
    const first = Math.floor(fromSeconds / WINDOW_SECONDS);
    const last = Math.min(bad.length - 1, Math.floor(untilSeconds / WINDOW_SECONDS) + 1);
    if (judgedWindowCount({ windowTotals: windows.windowTotals.subarray(first, last + 1) }) === 0)
        return undefined;
    let window = last;
    while (window >= first && !bad[window])
        window--;
    if (window < first)
        return 0;
    while (window + 1 < bad.length && bad[window + 1])
        window++;
    return Math.min((window + 1) * WINDOW_SECONDS, windows.spanSeconds) - fromSeconds;
}
/**
 * Highest burn rate that a long window and a short one that ends with it both reached.
 *
 * An alert on both at this rate would just have fired. Windows step by 60 s.
 * @returns undefined when the span is shorter than the long window, or no request came in it
 */
export function burnRateMax(windows, { longSeconds, shortSeconds }) {
    const { slo, windowTotals, windowGoods, spanSeconds } = windows;
    const [long, short] = [longSeconds / WINDOW_SECONDS, shortSeconds / WINDOW_SECONDS];
    const wholeCount = Math.floor(spanSeconds / WINDOW_SECONDS + 1e-9);
    if (slo === undefined || wholeCount < long)
        return undefined;
    const totals = sumsOf(windowTotals);
    const goods = sumsOf(windowGoods);
    if (totals[wholeCount] === 0)
        return undefined;
    const badShare = (from, to) => {
        const total = totals[to] - totals[from];
        return total > 0 ? 1 - (goods[to] - goods[from]) / total : 0;
    };
    let most = 0;
    for (let end = long; end <= wholeCount; end++) {
        most = Math.max(most, Math.min(badShare(end - long, end), badShare(end - short, end)));
    }
    return most / (1 - slo.objective);
}
/** [window] sum of those before it; one entry more than there are windows. */
function sumsOf(counts) {
    const sums = new Float64Array(counts.length + 1);
    for (const [window, count] of counts.entries())
        sums[window + 1] = sums[window] + count;
    return sums;
}
