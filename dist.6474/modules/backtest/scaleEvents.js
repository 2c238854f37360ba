/** When a count first rises; undefined where it never does. */
export function firstRise({ seconds, values }) {
    return seconds.find((_, index) => index > 0 && values[index] > values[index - 1]);
}
/** Changes of opposite sign at most so far apart: flaps, as they are counted in runs, but on the recorder's grid. */
export function flapCount({ seconds, values }, reversalSeconds) {
    let count = 0;
    let lastSign = 0;
    let lastSeconds = -Infinity;
    for (let index = 1; index < values.length; index++) {
        const sign = Math.sign(values[index] - values[index - 1]);
        if (sign === 0)
            continue;
        if (sign === -lastSign && seconds[index] - lastSeconds <= reversalSeconds)
            count++;
        lastSign = sign;
        lastSeconds = seconds[index];
    }
    return count;
}
