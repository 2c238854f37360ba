import { capacityChange } from './adjustment.js';
import { findStep } from './stepAdjustments.js';
import { scaledOutFromWarm } from './warmup.js';
/** What one evaluation of the alarm asks for. */
export function stepScaling(input) {
    const { steps, alarm, metric, baseCount, desired } = input;
    const step = findStep(steps, { breach: metric - alarm.threshold, isAbove: alarm.isAbove });
    if (step === undefined)
        return { desired, direction: 'none', step };
    const { adjustmentType, magnitudeMinCount } = input;
    const change = capacityChange({ type: adjustmentType, amount: step.adjustment, magnitudeMinCount }, baseCount);
    if (change > 0)
        return { desired: scaledOutFromWarm({ warmCount: baseCount, desired, change }), direction: 'out', step };
    if (change < 0)
        return { desired: Math.max(0, Math.min(desired, baseCount + change)), direction: 'in', step };
    return { desired, direction: 'none', step };
}
