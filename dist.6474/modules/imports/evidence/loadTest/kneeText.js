/** A knee in a few words: `knee at 120..130 requests/s (p50 40 ms -> 95 ms)`. */
export function kneeText(knee) {
    if (knee.status === 'unknown')
        return `knee not known: ${knee.why}`;
    if (knee.status === 'not-reached')
        return `knee not reached up to ${rate(knee.highestPerSecond)} requests/s`;
    const { lowPerSecond, highPerSecond, why, isContradicted } = knee;
    const but = isContradicted ? '; higher rates went well at other times' : '';
    return `knee at ${rate(lowPerSecond)}..${rate(highPerSecond)} requests/s (${why}${but})`;
}
function rate(perSecond) {
    return Number(perSecond.toPrecision(3));
}
