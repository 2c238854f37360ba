import type { Measure } from '../measure.js';
import { ratioOf } from '../measure.js';

const source = 'queueing theory: time averages, utilization law';

/** Time averages of what is inside, and how busy the fleet is. */
export const loadMeasures: readonly Measure[] = [
  {
    name: 'in_system_mean',
    label: 'requests inside',
    level: 'detail',
    unit: 'requests',
    better: 'none',
    definition: 'Requests in the system, waiting or served, averaged over the span.',
    formula: 'sum of times in the system, clipped to the span / span',
    source,
    compute: ({ systemSeconds, spanSeconds }) => systemSeconds / spanSeconds,
  },
  {
    name: 'in_queue_mean',
    label: 'requests waiting',
    level: 'detail',
    unit: 'requests',
    better: 'lower',
    definition: 'Requests waiting in a queue, averaged over the span.',
    formula: 'sum of waits, clipped to the span / span',
    source,
    compute: ({ queueSeconds, spanSeconds }) => queueSeconds / spanSeconds,
  },
  {
    name: 'throughput_per_second',
    label: 'completions/s',
    level: 'detail',
    unit: 'per_second',
    better: 'higher',
    definition: 'Completions in the span per second.',
    formula: 'completions in the span / span',
    source,
    compute: ({ completions, spanSeconds }) => completions / spanSeconds,
  },
  {
    name: 'utilization_mean',
    label: 'utilization',
    level: 'detail',
    unit: 'ratio',
    better: 'none',
    definition:
      'Busy share of the vCPUs of instances that are ready, unready by their probe or draining, what burns beside requests (baseCpu, startupCpu) included; of their slots when no class uses the cpu.',
    formula: 'busy vCPU time / vCPU time of these instances',
    source,
    compute: ({ fleet }) =>
      fleet.capacitySeconds === undefined || fleet.workSeconds === undefined
        ? { missing: 'unlimited slots and no cpu' }
        : ratioOf(fleet.workSeconds, fleet.capacitySeconds, 'no instance was ready'),
  },
];
