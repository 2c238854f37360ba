import type { KeptOutState } from '../../../src/record/standingLog.js';
import { aggregateMeasures } from '../../../src/results/aggregate.js';
import { comparePolicies } from '../../../src/results/comparisons.js';
import {
  hasResults,
  type PolicyResult,
  type ResultDocument,
  type ScenarioResult,
} from '../../../src/results/results.js';
import { sampleSlo } from '../../support/sampleSlo.js';
import { graphDocument, graphShapes } from './graphDocument.js';
import { richDocument } from './richDocument.js';

/** A small generator of its own, as the sample's. */
function generator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** The same policy with its costs and latencies moved: near enough to others that labels meet. */
function moved(policy: PolicyResult, name: string, random: () => number): PolicyResult {
  const [cost, latency] = [0.7 + random() * 0.8, 0.4 + random() * 2.5];
  const replications = policy.replications.map((one) => ({
    ...one,
    measures: Object.fromEntries(
      Object.entries(one.measures).map(([key, value]) => {
        const factor = key.includes('usd') ? cost : key.startsWith('latency') ? latency : 1;
        return [key, value === null ? null : value * factor];
      }),
    ),
  }));
  return { ...policy, name, replications, measures: aggregateMeasures(replications), ...sampleSlo(replications) };
}

function withPolicies(document: ResultDocument, change: (scenario: ScenarioResult) => ScenarioResult['policies']) {
  return {
    ...document,
    scenarios: document.scenarios.map((scenario) => {
      const policies = change(scenario);
      const [first, ...others] = policies.filter(hasResults);
      const comparisons = others.flatMap((other) => comparePolicies(first, other, { objective: 0.99 }));
      return { ...scenario, policies, comparisons };
    }),
  };
}

/** Twelve policies, most of them one file with other parameters. */
export function twelve(seed = 1): ResultDocument {
  const random = generator(seed);
  return withPolicies(richDocument({ policies: 6 }), ({ policies }) => {
    const six = policies.filter(hasResults);
    return Array.from({ length: 12 }, (_, index) => {
      const policy = six[index % six.length];
      const name = index < 4 ? policy.name : `hpa-tuned?averageUtilization=${30 + index * 5}&minReplicas=4`;
      return moved(policy, name, random);
    });
  });
}

const longName = (index: number) =>
  `teams/checkout/platform/production/eu-central-1/very-long-autoscaler-name-that-nobody-would-write-${index}?averageUtilization=${50 + index}`;

function withoutTraffic(): ResultDocument {
  return withPolicies(richDocument({ policies: 3 }), ({ policies }) =>
    policies.filter(hasResults).map((policy) => {
      const nothing = (key: string) =>
        /usd|instances|scal|clamped/.test(key) ? undefined : key === 'requests_offered' ? 0 : null;
      const replications = policy.replications.map((one) => ({
        ...one,
        measures: Object.fromEntries(
          Object.entries(one.measures).map(([key, value]) => {
            const instead = nothing(key);
            return [key, instead === undefined ? value : instead];
          }),
        ),
      }));
      return {
        ...policy,
        replications,
        measures: aggregateMeasures(replications),
        latencyHistogram: { upper_ms: [], count: [] },
        timeline: policy.timeline.map(
          ({ heatmap: _heat, slo_windows: _windows, outcomes: _outcomes, ...timeline }) => ({
            ...timeline,
            rate: timeline.rate.map(() => 0),
            p95_ms: timeline.p95_ms.map(() => null),
          }),
        ),
      };
    }),
  );
}

/** A breaker that opens again and again, and instances that are ejected together, near both ends of the run too. */
function keptOut(): ResultDocument {
  const spell = (from_s: number, until_s: number, state: KeptOutState, instance?: number) => ({
    ...{ from_s, until_s, state },
    ...(instance === undefined ? {} : { instance }),
  });
  return withPolicies(richDocument({ policies: 3 }), ({ policies, duration_s }) =>
    policies.filter(hasResults).map((policy, index) => ({
      ...policy,
      timeline: policy.timeline.map((timeline) =>
        index === 1
          ? timeline
          : {
              ...timeline,
              kept_out: [
                ...[0, 1, 2, 20, 21].flatMap((k) => [
                  spell(2000 + k * 31, 2030 + k * 31, 'open'),
                  spell(2030 + k * 31, 2031 + k * 31, 'half-open'),
                ]),
                ...[4, 5, 17].map((one) => spell(one, 90 + 10 * one, 'open', one)),
                ...[3, 9, 12].map((one) => spell(duration_s - 30 - one, duration_s, 'ejected', one)),
                ...Array.from({ length: 40 }, (_, k) => spell(600 + 45 * k, 630 + 45 * k, 'ejected', k % 7)),
              ],
            },
      ),
    })),
  );
}

/** Model servers: a memory that fills up in the middle of the run, and a limit on first tokens. */
function modelServers(): ResultDocument {
  return withPolicies(richDocument({ policies: 3 }), ({ policies }) =>
    policies.filter(hasResults).map((policy, index) => {
      const own = { ttft_p95_ms: 400 * (index + 1), itl_p95_ms: 30, tokens_per_second: 2_200, kv_peak_ratio: 1 };
      const replications = policy.replications.map((one) => ({
        ...one,
        measures: { ...one.measures, ...own, output_tokens: 1e6, preemptions: 12 * index, unanswered_ratio: 0 },
      }));
      return {
        ...policy,
        replications,
        measures: aggregateMeasures(replications),
        thresholds: [
          ...policy.thresholds,
          { metric: 'ttft_ms', expression: 'p(95)<700', value: own.ttft_p95_ms, ok: own.ttft_p95_ms < 700 },
        ],
        timeline: policy.timeline.map((timeline) => {
          const curve = (valueAt: (share: number) => number) =>
            timeline.rate.map((_, step) => valueAt(Math.sin((Math.PI * step) / timeline.rate.length)));
          return {
            ...timeline,
            cpu: timeline.cpu.map(() => null),
            tokens: {
              ttft_p95_ms: curve((share) => 80 + 500 * (index + 1) * share ** 4).map((ms, step) =>
                step % 50 === 3 ? null : ms,
              ),
              itl_p95_ms: curve((share) => 20 + 20 * share),
              output_per_second: curve((share) => 3_000 * share),
              kv: curve((share) => Math.min(1, share * (0.5 + 0.3 * index))),
              waiting: curve((share) => Math.round(40 * index * share ** 6)),
            },
          };
        }),
      };
    }),
  );
}

/** Every kind of page that a reader may get, by what it is. */
export const pageCases: readonly (readonly [string, () => ResultDocument])[] = [
  ['one policy', () => richDocument({ policies: 1, runs: 1 })],
  ['three policies', () => richDocument({ policies: 3 })],
  ['twelve policies', () => twelve()],
  [
    'six services',
    () =>
      richDocument({
        policies: 2,
        services: ['web', 'checkout-api', 'recommendations-service', 'search', 'cart', 'notification-dispatcher'],
      }),
  ],
  ['no traffic', withoutTraffic],
  ['breakers and ejections', keptOut],
  ['model servers', modelServers],
  [
    'a failed policy',
    () =>
      withPolicies(richDocument({ policies: 2 }), ({ policies }) => [
        ...policies,
        {
          name: 'broken',
          failure: {
            kind: 'runtime',
            message: 'broken.lua:5: attempt to index a nil value (virtual time 315 s)',
            time_s: 315,
          },
        },
      ]),
  ],
  [
    'long names',
    () =>
      withPolicies(richDocument({ policies: 4 }), ({ policies }) =>
        policies.filter(hasResults).map((policy, index) => ({ ...policy, name: longName(index) })),
      ),
  ],
  [
    'several scenarios',
    () => {
      const document = richDocument({ policies: 3 });
      const [scenario] = document.scenarios;
      return { ...document, scenarios: [scenario, { ...scenario, name: 'black-friday' }] };
    },
  ],
  [
    'days',
    () => {
      const document = richDocument({ policies: 2, durationSeconds: 4 * 86_400, stepSeconds: 300 });
      return {
        ...document,
        scenarios: document.scenarios.map((scenario) => ({ ...scenario, start: '2026-11-26T22:00:00Z' })),
      };
    },
  ],
  ...Object.entries(graphShapes).map(([name, shape]) => [name, () => graphDocument(shape)] as const),
];
