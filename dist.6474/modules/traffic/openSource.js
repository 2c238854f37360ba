import { curveOf } from './rateCurve.js';
/** Arrivals worked out at a time: a tight loop costs half of one call an arrival, and nothing else draws from their stream. */
const blockLength = 128;
/** Areas are sums of products, so an arrival due at the very end of a segment may miss it by this much, in arrivals. */
const ROUNDING = 1e-8;
/**
 * Arrival times: unit gaps run through the integral of the rate.
 *
 * An arrival happens at the first instant at which the integral reaches it: at the end of a segment, not after a pause
 * that follows. Expected arrivals since the begin of the present segment are carried over its end, so a gap that spans a
 * change of rate is exact (the left-over hazard).
 */
export function arrivalTimes({ process, nextSegment, leadArea = 0, endSeconds = Number.POSITIVE_INFINITY, }) {
    let segment = nextSegment();
    const block = new Float64Array(blockLength);
    let used = blockLength;
    const carried = { area: leadArea, seconds: Number.NEGATIVE_INFINITY };
    const work = (times) => {
        if (process.fillGaps !== undefined)
            process.fillGaps(times);
        else
            for (let index = 0; index < times.length; index++)
                times[index] = process.nextGap();
        // Locals, because a number kept by a closure is a new object at every change.
        let reached = carried.area;
        let seconds = carried.seconds;
        for (let index = 0; index < times.length; index++) {
            reached += times[index];
            while (segment !== undefined && (segment.area === 0 || reached > segment.area + ROUNDING)) {
                reached -= segment.area;
                segment = nextSegment();
            }
            if (segment !== undefined) {
                const next = segment.fromSeconds + segment.offsetOf(Math.min(reached, segment.area));
                // An inverse found by iteration may step back by a rounding; time may not.
                seconds = Math.max(seconds, next);
            }
            times[index] = segment !== undefined && seconds < endSeconds ? seconds : Number.POSITIVE_INFINITY;
        }
        carried.area = reached;
        carried.seconds = seconds;
    };
    const next = () => {
        if (used === blockLength) {
            work(block);
            used = 0;
        }
        return block[used++];
    };
    const fill = (seconds) => {
        if (used === blockLength)
            work(seconds);
        else
            for (let index = 0; index < seconds.length; index++)
                seconds[index] = next();
    };
    return { next, fill };
}
/** An open source whose whole curve is known. */
export function segmentedSource(options) {
    const { segments } = options;
    const rate = curveOf(segments);
    let index = 0;
    const times = arrivalTimes({ ...options, nextSegment: () => segments[index++] });
    return {
        kind: 'open',
        nextArrivalSeconds: times.next,
        fillArrivals: times.fill,
        rate,
        vuPool: options.vuPool,
    };
}
