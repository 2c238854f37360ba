import { invariant } from '../base/invariant.js';
import { logGamma } from '../random/logGamma.js';
import { normalQuantile } from '../random/normalQuantile.js';
/**
 * The value below which a share `probability` of Student's t distribution lies.
 *
 * Newton's method on the distribution function, kept inside a bracket. Relative error below 1e-10.
 * @param probability 0 < probability < 1
 * @param degreesOfFreedom > 0, need not be whole
 * @throws InvariantError if an argument is outside its range
 */
export function studentQuantile({ probability, degreesOfFreedom, }) {
    invariant(probability > 0 && probability < 1, `probability ${probability} is not between 0 and 1`);
    invariant(degreesOfFreedom > 0, `degreesOfFreedom ${degreesOfFreedom} is not > 0`);
    if (probability === 0.5)
        return 0;
    const tail = Math.min(probability, 1 - probability);
    let low = 0;
    // The t distribution has the heavier tails, so the normal quantile is too small.
    let high = Math.max(1, -normalQuantile(tail));
    while (upperTail(high, degreesOfFreedom) > tail) {
        low = high;
        high *= 2;
    }
    let t = high;
    // 200 halvings exhaust a double from any bracket; Newton needs about 5 steps.
    for (let step = 0; step < 200; step++) {
        const excess = upperTail(t, degreesOfFreedom) - tail;
        if (excess > 0)
            low = t;
        else
            high = t;
        const newton = t + excess / density(t, degreesOfFreedom);
        const next = newton > low && newton < high ? newton : (low + high) / 2;
        if (Math.abs(next - t) <= 1e-15 * next)
            break;
        t = next;
    }
    return probability < 0.5 ? -t : t;
}
function density(t, degreesOfFreedom) {
    const half = degreesOfFreedom / 2;
    const logScale = logGamma(half + 0.5) - logGamma(half) - 0.5 * Math.log(degreesOfFreedom * Math.PI);
    return Math.exp(logScale - (half + 0.5) * Math.log1p((t * t) / degreesOfFreedom));
}
/** P(T > t) for t >= 0: half the regularised incomplete beta function at df / (df + t^2). */
function upperTail(t, degreesOfFreedom) {
    const square = t * t;
    return (0.5 *
        incompleteBeta(degreesOfFreedom / 2, 0.5, degreesOfFreedom / (degreesOfFreedom + square), square / (degreesOfFreedom + square)));
}
/** I_x(a, b); `rest` = 1 - x, given because it may be too small to be computed from x. */
function incompleteBeta(a, b, x, rest) {
    if (x <= 0 || rest <= 0)
        return x <= 0 ? 0 : 1;
    const logFront = logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log(rest);
    const front = Math.exp(logFront);
    // The fraction converges fast on this side of the mean only.
    return x < (a + 1) / (a + b + 2) ? (front * betaFraction(a, b, x)) / a : 1 - (front * betaFraction(b, a, rest)) / b;
}
/**
 * The continued fraction of the incomplete beta function, by Lentz's method.
 *
 * @see Press et al., "Numerical Recipes" (2007), section 6.4
 */
function betaFraction(a, b, x) {
    const tiny = 1e-300;
    const away = (value) => (Math.abs(value) < tiny ? tiny : value);
    let c = 1;
    let d = 1 / away(1 - ((a + b) * x) / (a + 1));
    let fraction = d;
    // O(sqrt(max(a, b))) terms; 10,000 are enough for 1e7 degrees of freedom.
    for (let m = 1; m <= 10_000; m++) {
        const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
        d = 1 / away(1 + even * d);
        c = away(1 + even / c);
        fraction *= d * c;
        const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
        d = 1 / away(1 + odd * d);
        c = away(1 + odd / c);
        const change = d * c;
        fraction *= change;
        if (Math.abs(change - 1) < 1e-16)
            break;
    }
    return fraction;
}
