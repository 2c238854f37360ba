import { aggregateMeasures } from '../../../src/results/aggregate.js';
import type { CallGraph } from '../../../src/results/callGraph.js';
import { hasResults, type PolicyResult, type ResultDocument } from '../../../src/results/results.js';
import { richDocument } from './richDocument.js';

type Calls = Readonly<Record<string, readonly string[]>>;

interface GraphOptions {
  readonly policies?: number;
  /** Service -> those that it calls; the first one gets what users send. */
  readonly calls: Calls;
  /** Services that are full, the first one first. */
  readonly saturated?: readonly string[];
}

/** A document whose services call one another. */
export function graphDocument({ calls, saturated = [], policies = 2 }: GraphOptions): ResultDocument {
  const document = richDocument({ policies, services: Object.keys(calls) });
  return {
    ...document,
    scenarios: document.scenarios.map((scenario) => ({
      ...scenario,
      policies: scenario.policies.map((policy) => (hasResults(policy) ? withGraph(policy, calls, saturated) : policy)),
    })),
  };
}

/** The policy with the measures of such services, and their graph. */
export function withGraph(policy: PolicyResult, calls: Calls, saturated: readonly string[]): PolicyResult {
  const services = Object.keys(calls);
  const own = services.map((service, index) => {
    const isFull = saturated.includes(service);
    return {
      [`services.${service}.tries_per_request`]: 1 + index,
      [`services.${service}.latency_share`]: 1 / services.length,
      [`services.${service}.latency_part_ms`]: 300 / services.length,
      [`services.${service}.utilization_mean`]: index % 3 === 2 ? 0 : 0.3 + 0.01 * index,
      [`services.${service}.slots_busy_ratio`]: isFull ? 0.99 : 0.2,
      [`services.${service}.slots_calling_ratio`]: calls[service].length > 0 ? 0.9 : 0,
      [`services.${service}.saturated_ratio`]: isFull ? 0.4 : 0,
      [`services.${service}.in_queue_mean`]: isFull ? 123.4 : 0,
    };
  });
  const replications = policy.replications.map((one) => ({
    ...one,
    measures: Object.assign({}, one.measures, ...own),
  }));
  return {
    ...policy,
    replications,
    measures: aggregateMeasures(replications),
    callGraph: graph(calls, saturated, replications.length),
  };
}

function graph(calls: Calls, saturated: readonly string[], runs: number): CallGraph {
  const [first] = Object.keys(calls);
  return {
    entries: [{ service: first, requests_per_second: 1234.5 }],
    edges: Object.entries(calls).flatMap(([from, callees], index) =>
      callees.map((to) => ({
        from,
        from_class: `${from}-class`,
        to,
        to_class: `${to}-class`,
        calls_per_second: 1234.5,
        tries_per_second: 1234.5 * (1 + index),
        tries_per_request: 1 + index,
        failed_ratio: index % 2 === 0 ? 0.123 : 0,
        timed_out_ratio: 0.1,
        forgotten_ratio: 0.02,
        latency_mean_ms: 345,
        latency_p95_ms: 1234,
      })),
    ),
    saturations: saturated.map((service, index) => ({
      service,
      by: 'slots',
      runs,
      first_s: 1800 + 60 * index,
      spells: [[1800 + 60 * index, 2400]],
    })),
  };
}

const many = Array.from({ length: 20 }, (_, index) => `service-${index}`);

/** Shapes that a graph of services may have. */
export const graphShapes: Readonly<Record<string, GraphOptions>> = {
  'calls of two': { calls: { web: ['db'], db: [] }, policies: 1 },
  'calls that meet again': {
    calls: {
      web: ['inventory', 'recommendations-and-personalisation-backend-eu-central-1', 'cache'],
      inventory: ['ledger'],
      'recommendations-and-personalisation-backend-eu-central-1': ['ledger', 'cache', 'web'],
      ledger: [],
      cache: ['cache'],
      unused: [],
    },
    saturated: ['ledger', 'web'],
    policies: 3,
  },
  'calls of twenty': {
    calls: Object.fromEntries(
      many.map((name, index) => [
        name,
        many.filter((_, other) => other > index && other <= 2.6 * index + 3 && (other + index) % 3 !== 0),
      ]),
    ),
    saturated: ['service-13'],
  },
  'calls one below the other': {
    calls: Object.fromEntries(
      many.slice(0, 9).map((name, index) => [name, many.slice(index + 1, Math.min(9, index + 2))]),
    ),
  },
};
