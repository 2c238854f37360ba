/** A rate that runs straight from one value to another; constant when they are equal. */
export function linearSegment({ fromSeconds, lengthSeconds, fromRate, toRate, timeUnitSeconds = 1, }) {
    if (fromRate === toRate) {
        return {
            fromSeconds,
            lengthSeconds,
            shape: 'constant',
            area: fromRate === 0 ? 0 : (fromRate * lengthSeconds) / timeUnitSeconds,
            rateAt: () => fromRate / timeUnitSeconds,
            areaAt: (offset) => (fromRate * offset) / timeUnitSeconds,
            offsetOf: (area) => (area === 0 ? 0 : (area * timeUnitSeconds) / fromRate),
        };
    }
    const slope = (toRate - fromRate) / lengthSeconds;
    return {
        fromSeconds,
        lengthSeconds,
        shape: 'linear',
        area: (((fromRate + toRate) / 2) * lengthSeconds) / timeUnitSeconds,
        rateAt: (offset) => (fromRate + slope * offset) / timeUnitSeconds,
        areaAt: (offset) => ((fromRate + (slope * offset) / 2) * offset) / timeUnitSeconds,
        // The stable root of slope/2 x^2 + fromRate x = amount; a falling rate reaches its area at the smaller root.
        offsetOf: (area) => {
            if (area === 0)
                return 0;
            const amount = area * timeUnitSeconds;
            const root = Math.sqrt(Math.max(0, fromRate * fromRate + 2 * slope * amount));
            return Math.min(lengthSeconds, (2 * amount) / (fromRate + root));
        },
    };
}
/** A segment whose area has no closed inverse: Newton, kept inside a bracket that bisection would halve. */
export function smoothSegment(curve) {
    const { lengthSeconds } = curve;
    const area = curve.areaAt(lengthSeconds);
    let lastOffset = 0;
    const offsetOf = (wanted) => {
        let low = curve.areaAt(lastOffset) <= wanted ? lastOffset : 0;
        let high = lengthSeconds;
        let offset = low;
        for (let step = 0; step < 100; step++) {
            const error = curve.areaAt(offset) - wanted;
            if (error === 0)
                break;
            if (error < 0)
                low = offset;
            else
                high = offset;
            const rate = curve.rateAt(offset);
            const next = rate > 0 ? offset - error / rate : Number.NaN;
            const inside = next > low && next < high ? next : (low + high) / 2;
            if (Math.abs(inside - offset) <= 1e-15 * Math.max(1, Math.abs(offset)) || inside === low || inside === high) {
                offset = inside;
                break;
            }
            offset = inside;
        }
        lastOffset = offset;
        return offset;
    };
    return {
        ...curve,
        area,
        rateAt: (offset) => curve.rateAt(offset),
        areaAt: (offset) => curve.areaAt(offset),
        offsetOf,
    };
}
