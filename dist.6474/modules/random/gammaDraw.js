/**
 * One draw of a gamma distribution with scale 1.
 *
 * @param shape > 0
 * @see Marsaglia and Tsang, "A simple method for generating gamma variables" (2000); for shape < 1 their section 6
 */
export function gammaDraw(stream, shape) {
    if (shape < 1) {
        const boosted = gammaDraw(stream, shape + 1);
        return boosted * Math.exp(-stream.exponential() / shape);
    }
    const d = shape - 1 / 3;
    const c = 1 / (3 * Math.sqrt(d));
    // Accepts more than 95 % of the tries for every shape >= 1, so the loop ends.
    for (;;) {
        const x = stream.normal();
        const root = 1 + c * x;
        if (root <= 0)
            continue;
        const v = root * root * root;
        const u = 1 - stream.uniform();
        if (u < 1 - 0.0331 * x * x * x * x)
            return d * v;
        if (Math.log(u) < 0.5 * x * x + d * (1 - v + Math.log(v)))
            return d * v;
    }
}
