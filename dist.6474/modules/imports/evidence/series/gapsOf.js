/** A step over this many usual ones is a gap, as the replay of traces has it. */
const GAP_FACTOR = 1.5;
/** Where steps are much longer than usual, the longest first. */
export function gapsOf(seconds, stepSeconds) {
    if (stepSeconds === null)
        return [];
    const gaps = [];
    for (let index = 1; index < seconds.length; index++) {
        const [fromSeconds, toSeconds] = [seconds[index - 1], seconds[index]];
        if (toSeconds - fromSeconds > GAP_FACTOR * stepSeconds)
            gaps.push({ fromSeconds, toSeconds });
    }
    return gaps.sort((a, b) => b.toSeconds - b.fromSeconds - (a.toSeconds - a.fromSeconds));
}
