import type { Measure } from '../measure.js';
import type { RunTotals } from '../runTotals.js';

const source = 'no standard; defined here, after the stabilization windows of Kubernetes and AWS (300 s)';

function counted(name: string, label: string, definition: string, compute: (totals: RunTotals) => number): Measure {
  return { name, label, unit: 'count', better: 'lower', definition, formula: `count in the span`, source, compute };
}

/** What the policy did: actions, flapping, waste. */
export const scalingMeasures: readonly Measure[] = [
  {
    ...counted('scale_ups', 'scale ups', 'Accepted actions that asked for more.', ({ scaling }) => scaling.scaleUps),
    better: 'none',
  },
  {
    ...counted(
      'scale_downs',
      'scale downs',
      'Accepted actions that asked for less.',
      ({ scaling }) => scaling.scaleDowns,
    ),
    better: 'none',
  },
  counted(
    'scaling_reversals',
    'flaps',
    'Consecutive accepted actions of one service with opposite sign at most max(2 x mean startup, 5 min) apart.',
    ({ scaling }) => scaling.reversals,
  ),
  counted(
    'wasted_starts',
    'wasted starts',
    'Instances scaled in before they were ready, or before they had worked for as long as they took to start.',
    ({ fleet }) => fleet.wastedStarts,
  ),
  counted('actions_clamped', 'clamped', 'Wishes that min or max cut.', ({ scaling }) => scaling.clamped),
  counted(
    'actions_throttled',
    'throttled',
    'Calls that the provider refused with 429.',
    ({ scaling }) => scaling.throttled,
  ),
];
