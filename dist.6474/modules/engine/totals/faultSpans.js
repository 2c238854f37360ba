/** Faults that begin inside the span, on its own clock. */
export function faultSpans(faults, span) {
    return faults
        .filter(({ fromSeconds }) => fromSeconds >= span.fromSeconds && fromSeconds < span.toSeconds)
        .map((fault) => faultSpan(fault, span));
}
/** One fault on the span's clock, cut at its end. */
export function faultSpan({ fromSeconds, untilSeconds }, span) {
    return {
        fromSeconds: fromSeconds - span.fromSeconds,
        untilSeconds: Math.min(untilSeconds, span.toSeconds) - span.fromSeconds,
    };
}
