/**
 * A count over time that changes in steps: each value holds from its instant until the next.
 *
 * Two numbers a change, so that integrals over it are exact sums and never samples.
 */
export class StepCurve {
    /** Ascending, all different. */
    seconds = [];
    /** [step] different from the one before. */
    values = [];
    /** The value from an instant on; instants never run backwards. A second value at one instant replaces the first. */
    set(seconds, value) {
        const last = this.seconds.length - 1;
        if (this.seconds[last] === seconds) {
            this.seconds.pop();
            this.values.pop();
        }
        if (this.values[this.values.length - 1] === value)
            return;
        this.seconds.push(seconds);
        this.values.push(value);
    }
    /** The value at an instant; 0 before the first. O(log steps). */
    at(seconds) {
        const step = this.stepAt(seconds);
        return step < 0 ? 0 : this.values[step];
    }
    /** Index of the step that holds at an instant; -1 before the first. O(log steps). */
    stepAt(seconds) {
        let low = -1;
        let high = this.seconds.length - 1;
        while (low < high) {
            const middle = (low + high + 1) >> 1;
            if (this.seconds[middle] <= seconds)
                low = middle;
            else
                high = middle - 1;
        }
        return low;
    }
    /** Steps that begin inside a span, not at its begin. */
    changesIn({ fromSeconds, toSeconds }) {
        const changes = [];
        for (let step = this.stepAt(fromSeconds) + 1; step < this.seconds.length; step++) {
            if (this.seconds[step] >= toSeconds)
                break;
            changes.push({ seconds: this.seconds[step], from: this.values[step - 1] ?? 0, to: this.values[step] });
        }
        return changes;
    }
    /** The curve with every value changed by a function. */
    map(change) {
        const mapped = new StepCurve();
        for (const [step, seconds] of this.seconds.entries())
            mapped.set(seconds, change(this.values[step]));
        return mapped;
    }
}
/**
 * Walks several curves at once: one call for each stretch of a span in which none of them changes.
 *
 * The array of values is the same one at every call. O(steps x curves).
 */
export function walkTogether(curves, { fromSeconds, toSeconds }, visit) {
    const steps = curves.map((curve) => curve.stepAt(fromSeconds));
    const values = curves.map((curve) => curve.at(fromSeconds));
    let nowSeconds = fromSeconds;
    while (nowSeconds < toSeconds) {
        let nextSeconds = toSeconds;
        for (const [index, curve] of curves.entries()) {
            const candidate = curve.seconds[steps[index] + 1];
            if (candidate !== undefined && candidate < nextSeconds)
                nextSeconds = candidate;
        }
        visit(values, nextSeconds - nowSeconds, nowSeconds);
        for (const [index, curve] of curves.entries()) {
            if (curve.seconds[steps[index] + 1] !== nextSeconds)
                continue;
            steps[index]++;
            values[index] = curve.values[steps[index]];
        }
        nowSeconds = nextSeconds;
    }
}
