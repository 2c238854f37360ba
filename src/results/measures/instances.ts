import type { Measure } from '../measure.js';

const source = 'result document, time averages over the span';

/** How many instances there were. */
export const instanceMeasures: readonly Measure[] = [
  {
    name: 'instances_mean',
    label: 'instances',
    level: 'default',
    unit: 'instances',
    better: 'lower',
    definition: 'Ready instances, averaged over the span.',
    formula: 'sum of ready times, clipped to the span / span',
    source,
    compute: ({ fleet, spanSeconds }) => fleet.readySeconds / spanSeconds,
  },
  {
    name: 'instances_busy_mean',
    label: 'busy instances',
    level: 'detail',
    unit: 'instances',
    better: 'none',
    definition: 'Instances with at least one request inside, averaged over the span.',
    formula: 'sum of times with a request inside / span',
    source,
    compute: ({ fleet, spanSeconds }) => fleet.busySeconds / spanSeconds,
  },
  {
    name: 'instances_billed_mean',
    label: 'billed instances',
    level: 'detail',
    unit: 'instances',
    better: 'lower',
    definition:
      'Billed instances, averaged over the span: startup and drain are billed, lives rounded up. With perRequest.bill: duration the busy ones.',
    formula: 'sum of billed intervals, clipped to the span / span',
    source,
    compute: ({ fleet, spanSeconds }) => fleet.billedSeconds / spanSeconds,
  },
  {
    name: 'instances_peak',
    label: 'peak',
    level: 'detail',
    unit: 'instances',
    better: 'lower',
    definition: 'Most instances ready at once in the span.',
    formula: 'max of ready',
    source,
    compute: ({ fleet }) => fleet.readyPeak,
  },
  {
    name: 'instance_hours',
    label: 'instance-hours',
    level: 'detail',
    unit: 'hours',
    better: 'lower',
    definition: 'Billed instance-hours in the span.',
    formula: 'instances_billed_mean x span / 1 h',
    source,
    compute: ({ fleet }) => fleet.billedSeconds / 3600,
  },
];
