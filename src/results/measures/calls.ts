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
      'Calls between services; of one service those that it got. No requests of a source, and in none of their measures but those of tokens, first tokens and quality.',
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
    definition:
      'Tries of these calls; more than the calls when some were retried, or went on from here to another service of their route.',
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
  {
    name: 'tries_per_request',
    label: 'tries a request',
    level: 'detail',
    unit: 'multiple',
    better: 'lower',
    definition:
      'Tries that the service got, a request of all sources: retries multiply it at every layer, and calls of several.',
    formula: '(attempts of sources + call_tries) / requests of all sources',
    source,
    compute: ({ calls }) =>
      calls?.own && ratioOf(calls.own.outerAttempts + calls.attempts, calls.outerRequests, 'no request'),
  },
  {
    name: 'latency_share',
    label: 'share of latency',
    level: 'detail',
    unit: 'ratio',
    better: 'none',
    definition:
      'Share of the time of requests of sources, arrival to outcome, that passed in this service, or at this provider: waiting and served there, without the calls waited for. Of calls at once the slowest counts. The shares of all services and providers add up to 1.',
    formula: 'seconds in this service on the way of the requests / their latencies',
    source,
    compute: ({ calls }) => calls?.own && ratioOf(calls.own.pathSeconds, calls.own.allPathSeconds, 'no request ended'),
  },
  {
    name: 'latency_part_ms',
    label: 'part of latency',
    level: 'detail',
    unit: 'ms',
    better: 'lower',
    definition: 'The same as a mean over the requests of sources that ended, well or not.',
    formula: 'seconds in this service on the way of the requests / requests that ended',
    source,
    compute: ({ calls }) => calls?.own && ratioOf(1e3 * calls.own.pathSeconds, calls.own.pathCount, 'no request ended'),
  },
  {
    name: 'slots_busy_ratio',
    label: 'busy slots',
    level: 'detail',
    unit: 'ratio',
    better: 'none',
    definition:
      'Busy share of the slots of instances that are ready, unready by their probe or draining. A request that waits for its calls holds its slot.',
    formula: 'time that slots were held / (time of these instances x concurrency)',
    source,
    compute: ({ calls }) =>
      calls?.own &&
      (calls.own.slotCapacitySeconds === undefined
        ? { missing: 'unlimited slots' }
        : ratioOf(calls.own.slotSeconds, calls.own.slotCapacitySeconds, 'no instance was ready')),
  },
  {
    name: 'slots_calling_ratio',
    label: 'slots held by calls',
    level: 'detail',
    unit: 'ratio',
    better: 'lower',
    definition: 'Share of the time that slots were held in which they waited for calls to others.',
    formula: 'time that tries waited for calls / time that slots were held',
    source,
    compute: ({ calls }) => calls?.own && ratioOf(calls.own.callingSeconds, calls.own.slotSeconds, 'no slot was held'),
  },
  {
    name: 'saturated_ratio',
    label: 'saturated',
    level: 'detail',
    unit: 'ratio',
    better: 'lower',
    definition:
      'Share of the span, by windows of 10 s, in which the service had no more to give: its vCPUs or its slots were at least 95 % busy, or requests waited and no instance was ready.',
    formula: 'saturated windows / windows',
    source,
    compute: ({ calls }) => calls?.own && ratioOf(calls.own.saturatedWindows, calls.own.windows, 'a span below 10 s'),
  },
];
