import { type Measure, ratioOf } from '../measure.js';

const source = 'no standard; defined here: calls between services';

/** How much the services call one another; only of scenarios whose classes call. */
export const callMeasures: readonly Measure[] = [
  {
    name: 'calls',
    label: 'calls',
    level: 'detail',
    unit: 'count',
    better: 'none',
    definition:
      'Calls between services; of one service those that it got. No requests of a source, and in none of their measures.',
    formula: 'count of calls that arrived in the span',
    source,
    compute: ({ calls }) => calls?.offered,
  },
  {
    name: 'call_tries',
    label: 'tries of calls',
    level: 'detail',
    unit: 'count',
    better: 'lower',
    definition: 'Tries of these calls; more than the calls when some were retried.',
    formula: 'count of tries of calls that arrived in the span',
    source,
    compute: ({ calls }) => calls?.attempts,
  },
  {
    name: 'calls_per_request',
    label: 'calls a request',
    level: 'detail',
    unit: 'multiple',
    better: 'lower',
    definition: 'Calls, each once however often it is tried, a request of a source; of one service those that it got.',
    formula: 'calls / requests of all sources',
    source,
    compute: ({ calls }) => calls && ratioOf(calls.offered, calls.outerRequests, 'no request'),
  },
];
