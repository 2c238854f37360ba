import type { FaultEvent } from '../../faults/schedule.js';
import type { FaultSpan } from '../../results/runTotals.js';
import type { TimeSpan } from '../../stats/stepCurve.js';
/** Faults that begin inside the span, on its own clock. */
export declare function faultSpans(faults: readonly FaultEvent[], span: TimeSpan): FaultSpan[];
/** One fault on the span's clock, cut at its end. */
export declare function faultSpan({ fromSeconds, untilSeconds }: FaultEvent, span: TimeSpan): FaultSpan;
