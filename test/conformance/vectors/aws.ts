import { roundChange } from '../../../src/platforms/aws/algorithm/adjustment.js';
import { winningProposal } from '../../../src/platforms/aws/algorithm/severalPolicies.js';
import { type StepAdjustment, stepFaults } from '../../../src/platforms/aws/algorithm/stepAdjustments.js';
import { stepScaling } from '../../../src/platforms/aws/algorithm/stepScaling.js';
import { trackingAlarms } from '../../../src/platforms/aws/algorithm/targetTracking.js';
import { scaledOutFromWarm } from '../../../src/platforms/aws/algorithm/warmup.js';
import type { VectorData, VectorKinds } from './vectorKinds.js';

function stepsOf(steps: readonly VectorData[]): StepAdjustment[] {
  return steps.map(({ lower, upper, adjustment }) => ({
    lower: lower ?? Number.NEGATIVE_INFINITY,
    upper: upper ?? Number.POSITIVE_INFINITY,
    adjustment,
  }));
}

export const kinds: VectorKinds = {
  step: (input) => {
    const { desired } = stepScaling({
      adjustmentType: input.adjustment_type,
      magnitudeMinCount: input.min_adjustment_magnitude ?? undefined,
      steps: stepsOf(input.steps),
      alarm: { threshold: input.threshold, isAbove: input.comparison.startsWith('>') },
      metric: input.metric,
      baseCount: input.capacity,
      desired: input.desired ?? input.capacity,
    });
    return { desired: Math.min(input.max, Math.max(input.min, desired)) };
  },
  'percent-rounding': ({ raw_change }) => ({ change: roundChange(raw_change) }),
  'step-intervals-valid': ({ steps }) => ({ valid: stepFaults(stepsOf(steps)).length === 0 }),
  'multi-policy': ({ capacity, proposals }) => {
    const winner = winningProposal(
      proposals.map((desired: number) => ({
        wants: desired > capacity ? 'out' : desired < capacity ? 'in' : 'hold',
        desired,
        mustAgree: false,
        isTracking: false,
      })),
    );
    return { desired: winner?.desired ?? capacity };
  },
  'target-tracking-alarms': ({ datapoints, target, low_alarm_ratio }) => {
    const { high, low } = trackingAlarms(datapoints, { target, lowRatio: low_alarm_ratio });
    return { high: high === 'alarm', low: low === 'alarm' };
  },
  'target-tracking-warmup': ({ capacity, steps }) => {
    const desired: number[] = [];
    for (const { computed_change } of steps) {
      const before = desired.at(-1) ?? capacity;
      desired.push(scaledOutFromWarm({ warmCount: capacity, desired: before, change: computed_change }));
    }
    return { desired };
  },
};
