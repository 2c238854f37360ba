import { StepCurve } from '../stats/stepCurve.js';
/** A step between two instants this close is put at the second one, seconds. */
const STEP_WIDTH_SECONDS = 1e-6;
/** Cells of a straight stretch. Counts there have one minimum at most (the greater of two straight loads), so few suffice. */
const STRAIGHT_CELLS = 16;
/** Cells of the run where a rate is smooth: what rises and falls again within one is not seen. */
const SMOOTH_CELLS = 4096;
/**
 * A count over [0, end) as steps.
 *
 * Between the pieces of the rates it may jump; where all rates are constant it is looked at once. Elsewhere cells are
 * halved until both ends agree, so a step is found to 1 us. Cost: one look a piece, about 25 a step, and the cells.
 */
export function stepsOf({ valueAt, rates, endSeconds }) {
    const curve = new StepCurve();
    for (const { fromSeconds, toSeconds, shape } of stretchesOf(rates, endSeconds)) {
        const first = valueAt(fromSeconds);
        curve.set(fromSeconds, first);
        if (shape === 'constant')
            continue;
        const length = toSeconds - fromSeconds;
        const cells = shape === 'linear' ? STRAIGHT_CELLS : Math.max(STRAIGHT_CELLS, Math.ceil((length / endSeconds) * SMOOTH_CELLS));
        // The next stretch begins with its own value, which may be a jump away from where this one leads.
        const last = toSeconds - Math.min(STEP_WIDTH_SECONDS, length / 2);
        let left = { seconds: fromSeconds, value: first };
        for (let cell = 1; cell <= cells; cell++) {
            const seconds = cell === cells ? last : fromSeconds + (length * cell) / cells;
            if (seconds <= left.seconds)
                continue;
            const right = { seconds, value: valueAt(seconds) };
            addSteps(curve, left, right, valueAt);
            left = right;
        }
    }
    return curve;
}
/** Halves until both ends agree or lie together. Depth: log2(cell / 1 us). */
function addSteps(curve, left, right, valueAt) {
    if (left.value === right.value)
        return;
    const seconds = (left.seconds + right.seconds) / 2;
    if (right.seconds - left.seconds <= STEP_WIDTH_SECONDS || seconds <= left.seconds || seconds >= right.seconds) {
        curve.set(right.seconds, right.value);
        return;
    }
    const middle = { seconds, value: valueAt(seconds) };
    addSteps(curve, left, middle, valueAt);
    addSteps(curve, middle, right, valueAt);
}
const roughness = { constant: 0, linear: 1, smooth: 2 };
/** Stretches of [0, end) in which no rate begins a new piece; the roughest rate gives the shape. */
function* stretchesOf(rates, endSeconds) {
    const walks = rates.map((rate) => {
        const iterator = (rate.pieces?.() ?? [{ fromSeconds: 0, shape: 'smooth' }])[Symbol.iterator]();
        const first = iterator.next();
        return { iterator, shape: 'constant', next: first.done ? undefined : first.value };
    });
    let fromSeconds = 0;
    while (fromSeconds < endSeconds) {
        let toSeconds = endSeconds;
        let shape = 'constant';
        for (const walk of walks) {
            while (walk.next !== undefined && walk.next.fromSeconds <= fromSeconds) {
                walk.shape = walk.next.shape;
                const following = walk.iterator.next();
                walk.next = following.done ? undefined : following.value;
            }
            if (walk.next !== undefined)
                toSeconds = Math.min(toSeconds, walk.next.fromSeconds);
            if (roughness[walk.shape] > roughness[shape])
                shape = walk.shape;
        }
        yield { fromSeconds, toSeconds, shape };
        fromSeconds = toSeconds;
    }
}
