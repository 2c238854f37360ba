import { walkTogether } from '../../stats/stepCurve.js';
/** Control periods for which ready must stay near needed to count as settled (docs/measures.md, `settling_time_s`). */
const SETTLED_PERIODS = 3;
/** As near as instances can be asked to come. */
const SETTLED_DISTANCE = 1;
/** How supply answered the last change of demand; the worst of several services. */
export function responseTotals(services, span) {
    const settling = services.map((service) => settlingSecondsOf(service, span));
    const overshoot = services.flatMap((service) => overshootRatioOf(service, span) ?? []);
    const changed = settling.filter((seconds) => seconds !== undefined);
    return {
        settlingSeconds: changed.length === 0 ? undefined : Math.max(...changed),
        overshootRatio: overshoot.length === 0 ? undefined : Math.max(...overshoot),
    };
}
/** Undefined where demand never changed; Infinity where supply had not settled by the end. */
function settlingSecondsOf({ needed, ready, periodSeconds }, span) {
    const last = needed.changesIn(span).at(-1);
    if (last === undefined)
        return undefined;
    let nearSince = Number.POSITIVE_INFINITY;
    let settledAt = Number.POSITIVE_INFINITY;
    const stay = SETTLED_PERIODS * periodSeconds;
    walkTogether([needed, ready], { fromSeconds: last.seconds, toSeconds: span.toSeconds }, ([wanted, have], length, from) => {
        if (Math.abs(have - wanted) > SETTLED_DISTANCE)
            nearSince = Number.POSITIVE_INFINITY;
        else
            nearSince = Math.min(nearSince, from);
        if (settledAt === Number.POSITIVE_INFINITY && from + length - nearSince >= stay)
            settledAt = nearSince;
    });
    return settledAt - last.seconds;
}
/** After the last rise of demand and before its next change; undefined where it never rose. */
function overshootRatioOf({ needed, ready }, span) {
    const changes = needed.changesIn(span);
    const index = changes.findLastIndex(({ from, to }) => to > from);
    if (index < 0)
        return undefined;
    const { seconds: fromSeconds, to: level } = changes[index];
    const toSeconds = changes[index + 1]?.seconds ?? span.toSeconds;
    let most = ready.at(fromSeconds);
    walkTogether([ready], { fromSeconds, toSeconds }, ([have]) => {
        most = Math.max(most, have);
    });
    return Math.max(0, most - level) / level;
}
