import { median } from './increases.js';
/** The usual distance of two instants, the lower median of the first ten thousand; undefined of fewer than two. */
export function stepOf(seconds) {
    if (seconds.length < 2)
        return undefined;
    const few = seconds.subarray(0, 10_000);
    return median(few.slice(1).map((second, index) => second - few[index]));
}
