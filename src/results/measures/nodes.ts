import type { Measure } from '../measure.js';
import { ratioOf } from '../measure.js';

const source = 'result document, time averages over the span';

/** The machines that instances are placed on; only of scenarios that have them. */
export const nodeMeasures: readonly Measure[] = [
  {
    name: 'nodes_mean',
    label: 'nodes',
    level: 'detail',
    unit: 'count',
    better: 'lower',
    definition: 'Ready nodes, those that drain with them, averaged over the span. Of one service: all of its pool.',
    formula: 'sum of ready times, clipped to the span / span',
    source,
    compute: ({ fleet: { nodes }, spanSeconds }) => nodes && nodes.readySeconds / spanSeconds,
  },
  {
    name: 'nodes_peak',
    label: 'nodes at most',
    level: 'detail',
    unit: 'count',
    better: 'lower',
    definition: 'Most nodes ready at once in the span, summed over the pools.',
    formula: 'max of ready nodes of each pool',
    source,
    compute: ({ fleet: { nodes } }) => nodes?.readyPeak,
  },
  {
    name: 'nodes_requested_ratio',
    label: 'requested of nodes',
    level: 'detail',
    unit: 'ratio',
    better: 'higher',
    definition:
      'Share of the vCPUs of ready nodes that instances request. Of one service: what its own instances request.',
    formula: 'requested vCPU time / vCPU time of ready nodes',
    source,
    compute: ({ fleet: { nodes } }) =>
      nodes && ratioOf(nodes.requestedVcpuSeconds, nodes.vcpuSeconds, 'no node was ready'),
  },
];
