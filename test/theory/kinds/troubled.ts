import type { ScenarioInput } from '../../../src/scenario/schema.js';
import { checksOf, measure, shareOf } from '../checks.js';
import { exponential, seconds } from '../law.js';
import { spanOf, steady } from '../queueSetup.js';
import type { Check, Setup, TheoryKind } from '../theoryCase.js';

const breakdowns: TheoryKind = ({ params, expected }) => {
  const { lambda_: rate, mu, fail_rate: failRate, repair_rate: repairRate } = params;
  const load: number = expected.effective_utilization;
  // Rare and long repairs: their number decides the precision, not that of the arrivals. Half
  // of what the rule asks for them is precise enough, and seven million requests a run.
  const input: ScenarioInput = {
    name: 'breakdowns',
    ...spanOf({ rate, load, variation: 4 + (2 * rate) / repairRate }),
    traffic: { load: steady(rate) },
    requests: { job: { route: 'desk', io: exponential(1 / mu) } },
    services: { desk: { instance: { concurrency: 1 } } },
    faults: [{ every: exponential(1 / failRate), kind: 'pause', count: 1, for: exponential(1 / repairRate) }],
  };
  return [{ input, checks: checksOf(expected) }];
};

/** No place to wait: who finds the server busy comes back until it is free. */
const retrial: TheoryKind = ({ params, expected }) => {
  const { lambda_: rate, mu, retry_rate: retryRate } = params;
  const input: ScenarioInput = {
    name: 'retrial',
    ...spanOf({ rate, load: rate / mu, variation: 4 }),
    traffic: { load: steady(rate) },
    requests: { job: { route: 'desk', io: exponential(1 / mu) } },
    services: { desk: { instance: { concurrency: 1 } } },
    gateway: {
      queue: { limit: 0 },
      rejectLatency: '1us',
      retries: { attempts: 1_000_000, on: ['5xx'], backoff: { base: seconds(1 / retryRate), jitter: 'exponential' } },
    },
  };
  const total = expected.mean_in_orbit + expected.mean_in_service;
  const inside: Check = {
    name: 'mean_in_system',
    of: measure('in_system_mean'),
    reference: total,
    bias: 0.003,
    power: 0.01,
  };
  // The reference's wait is that in orbit, which no queue measures.
  return [{ input, checks: [...checksOf(expected, { except: ['mean_wait'] }), inside] }];
};

/**
 * A chain of services, each of which calls the next and is tried up to `attempts` times.
 *
 * 6.59 = 1.875^3 holds where each layer fails by itself: a try calls on whether or not it will fail, and passes over what
 * failed below. Where errors are passed up instead, failures of one try of a caller and its call come together, and the
 * innermost service sees attempts^layers tries if it fails for good.
 */
function chainOf(params: { readonly max_attempts: number; readonly layers: number }, errorRates: readonly number[]) {
  const { max_attempts: attempts, layers } = params;
  const nameOf = (layer: number) => `layer${layer}`;
  const all = Array.from({ length: layers }, (_, index) => index + 1);
  const isPassedOver = errorRates.every((rate) => rate < 1);
  const callsOf = (layer: number) =>
    layer === layers ? {} : { calls: [{ request: nameOf(layer + 1), onError: isPassedOver ? 'ignore' : 'fail' }] };
  return {
    name: 'amplification',
    requests: Object.fromEntries(
      all.map((layer) => [
        nameOf(layer),
        { route: nameOf(layer), io: '1ms', errorRate: errorRates[layer - 1], ...callsOf(layer) },
      ]),
    ),
    services: Object.fromEntries(all.map((layer) => [nameOf(layer), {}])),
    gateway: { retries: { attempts, on: ['5xx'] } },
  } as Pick<ScenarioInput, 'name' | 'requests' | 'services' | 'gateway'>;
}

const amplification: TheoryKind = ({ params, expected }) => {
  const { p_fail: failure, layers } = params;
  const triesWithin = layers === 1 ? 'attempts' : `services.layer${layers}.attempts`;
  const shares = [
    ['attempts', expected.mean_attempts_per_request],
    ['requests_failed', expected.p_final_failure],
    ['requests_completed', expected.p_success],
    [triesWithin, expected.amplification_through_layers],
  ] as const;
  const checks = shares.map(
    ([name, reference]): Check => ({
      name: `${name} a request`,
      of: shareOf(name),
      reference,
      bias: 0.003,
      power: 0.01,
    }),
  );
  const traffic = (rate: number) => ({ load: { ...steady(rate), request: 'layer1' } }) as ScenarioInput['traffic'];
  const independent = chainOf(params, new Array(layers).fill(failure));
  const worst = chainOf(params, [...new Array(layers - 1).fill(0), 1]);
  const most = {
    name: 'most tries',
    of: shareOf(triesWithin),
    reference: expected.worst_case_attempts,
    bias: 0.003,
    power: 0.01,
  };
  return [
    { input: { ...independent, duration: '100s', traffic: traffic(layers === 1 ? 1000 : 300) }, checks },
    { input: { ...worst, duration: '10s', traffic: traffic(100) }, checks: [most] },
  ];
};

/** Goodput of a span, as a share of what was offered in it. */
function goodput(params: TheorySettings, from: number, to: number): ScenarioInput {
  const { lambda_: rate, mu, timeout_s: timeout, max_attempts: attempts, drop_expired: dropExpired = false } = params;
  const { retry_budget_ratio: budget, outage_from_s: outageFrom, outage_to_s: outageTo } = params;
  return {
    name: 'metastable',
    warmup: seconds(from),
    duration: seconds(to),
    traffic: { load: steady(rate) },
    requests: { job: { route: 'server', io: exponential(1 / mu) } },
    services: { server: { instance: { concurrency: 1, dropExpired } } },
    gateway: {
      timeout: seconds(timeout),
      ...(attempts > 1 ? { retries: { attempts, ...(budget === undefined ? {} : { budget }) } } : {}),
    },
    faults: [{ kind: 'pause', at: seconds(outageFrom), for: seconds(outageTo - outageFrom) }],
  };
}

interface TheorySettings {
  readonly lambda_: number;
  readonly mu: number;
  readonly timeout_s: number;
  readonly max_attempts: number;
  readonly drop_expired?: boolean;
  readonly retry_budget_ratio?: number;
  readonly outage_from_s: number;
  readonly outage_to_s: number;
  readonly horizon_s: number;
}

/** Recovered: more than nine in ten are answered again; before the fluid recovery time fewer than three in ten are. */
const metastable: TheoryKind = ({ params, expected }) => {
  const failures = ({ measures }: Parameters<Check['of']>[0]): number =>
    1 - (measures.requests_completed ?? Number.NaN) / (measures.requests_offered ?? Number.NaN);
  const late = (reference: number): Check[] => [
    { name: 'unanswered share', of: failures, reference, bias: 0, power: 1, isBound: true },
  ];
  const good = (reference: number): Check[] => [
    { name: 'answered share', of: (run) => 1 - failures(run), reference, bias: 0, power: 1, isBound: true },
  ];
  const { outage_to_s: end, horizon_s: horizon } = params;
  const { recovers, fluid_recovery_time_s: at, tolerance_rel: tolerance = 0.2 } = expected;
  if (!recovers) {
    return [{ input: goodput(params, end + 10, horizon), checks: good(expected.goodput_after_outage_max_share) }];
  }
  const recovered =
    at === undefined ? end + expected.recovered_within_s_of_outage_end : end + (at - end) * (1 + tolerance);
  const setups: Setup[] = [{ input: goodput(params, recovered + 2, recovered + 62), checks: late(0.1) }];
  if (at === undefined) return setups;
  const still = end + (at - end) * (1 - tolerance);
  return [...setups, { input: goodput(params, end + 2, still - 2), checks: good(0.3) }];
};

/** Failures and what retries make of them. */
export const troubled: Readonly<Record<string, TheoryKind>> = {
  mm1_breakdowns: breakdowns,
  mm1_retrial: retrial,
  retry_amplification: amplification,
  metastable,
};
