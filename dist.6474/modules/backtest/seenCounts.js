/** Instances that a recorder would have counted at each instant, which rise; seconds of the run. O((lives + instants) log lives). */
export function seenCounts(lives, counting, instants) {
    const spans = lives.map((life) => spanOf(life, counting)).filter(([from, until]) => from < until);
    const begins = spans.map(([from]) => from).sort((a, b) => a - b);
    const ends = spans.map(([, until]) => until).sort((a, b) => a - b);
    let begun = 0;
    let ended = 0;
    return instants.map((at) => {
        while (begun < begins.length && begins[begun] <= at)
            begun++;
        while (ended < ends.length && ends[ended] <= at)
            ended++;
        return begun - ended;
    });
}
function spanOf([launched, ready, toldToGo, gone], { isReadyOnly, terminatingSeconds }) {
    const told = toldToGo ?? Infinity;
    if (isReadyOnly)
        return [ready ?? Infinity, told];
    return [launched, terminatingSeconds === undefined ? told : Math.max(gone ?? Infinity, told + terminatingSeconds)];
}
