import type { FaultEvent } from '../../faults/schedule.js';
import type { FaultSpan } from '../../results/runTotals.js';
import type { TimeSpan } from '../../stats/stepCurve.js';

/** Faults that begin inside the span, on its own clock. */
export function faultSpans(faults: readonly FaultEvent[], span: TimeSpan): FaultSpan[] {
  return faults
    .filter(({ fromSeconds }) => fromSeconds >= span.fromSeconds && fromSeconds < span.toSeconds)
    .map((fault) => faultSpan(fault, span));
}

/** One fault on the span's clock, cut at its end. */
export function faultSpan({ fromSeconds, untilSeconds }: FaultEvent, span: TimeSpan): FaultSpan {
  return {
    fromSeconds: fromSeconds - span.fromSeconds,
    untilSeconds: Math.min(untilSeconds, span.toSeconds) - span.fromSeconds,
  };
}
